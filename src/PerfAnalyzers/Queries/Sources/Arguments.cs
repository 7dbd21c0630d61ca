using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>Finds arguments by what they are for, in whatever order they are written.</summary>
internal static class Arguments
{
    public static IOperation? Of(IInvocationOperation call, int ordinal) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;

    public static IOperation? Of(IInvocationOperation call, string parameter) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    /// <summary>The first argument that is a lambda to the operator.</summary>
    public static IOperation? FirstFunction(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type is INamedTypeSymbol { Name: "Expression" or "Func" })?.Value;
}
