using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PerfAnalyzers.Queries;

/// <summary>Finds the lambda behind an argument, and its only expression.</summary>
internal static class LambdaReader
{
    /// <summary>The lambda written at the argument, or null where it comes from elsewhere (a variable, a method).</summary>
    public static IAnonymousFunctionOperation? LambdaOf(IOperation argument)
    {
        while (true)
        {
            switch (argument)
            {
                case IConversionOperation conversion:
                    argument = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    argument = creation.Target;
                    break;
                default:
                    return argument as IAnonymousFunctionOperation;
            }
        }
    }

    /// <summary>The expression that the lambda returns, or null where its body is more than that.</summary>
    public static IOperation? BodyOf(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.Length == 1 && lambda.Body.Operations[0] is IReturnOperation { ReturnedValue: { } value } ? value : null;
}
