using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAssert.Analyzers.Bodies;

namespace PerfAssert.Analyzers.Rules;

/// <summary>PERF308: Thread.Sleep, or a Task.Delay that is awaited or returned. A delay handed to WhenAny is a limit, not a wait.</summary>
internal static class TimerRule
{
    public static IEnumerable<Diagnostic> Judge(PerfMethod test)
    {
        if (test.Body is null)
            return [];
        return OwnOperations.Of(test.Body).Select(Wait).OfType<IInvocationOperation>()
            .Select(call => Diagnostic.Create(Descriptors.MeasuresTimer, call.Syntax.GetLocation(), OwnOperations.Quote(call.Syntax)));
    }

    private static IInvocationOperation? Wait(IOperation operation)
    {
        var waited = operation switch
        {
            IExpressionStatementOperation statement when statement.Operation is IInvocationOperation { TargetMethod: { Name: "Sleep", ContainingType: { Name: "Thread" } type } } sleep && IsIn(type, "Threading") => sleep,
            IAwaitOperation wait => Delay(wait.Operation),
            IReturnOperation { ReturnedValue: { } value } => Delay(value),
            IInvocationOperation { TargetMethod.Name: "Wait" or "GetAwaiter", Instance: { } task } => Delay(task),
            _ => null,
        };
        return waited is { Arguments: [{ Value: var time }, ..] } && !IsZero(time) && !waited.Arguments.Any(IsClock) ? waited : null;
    }

    private static IInvocationOperation? Delay(IOperation task) =>
        OwnOperations.Unwrap(task) is IInvocationOperation { TargetMethod: { Name: "Delay", ContainingType: { Name: "Task" } type } } call && IsIn(type, "Tasks") ? call : null;

    private static bool IsZero(IOperation time) =>
        time.ConstantValue is { HasValue: true, Value: 0 } || time is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } };

    /// <summary>Another clock may not wait at all, as those of tests don't.</summary>
    private static bool IsClock(IArgumentOperation argument) => argument.Parameter?.Type.Name == "TimeProvider";

    private static bool IsIn(INamedTypeSymbol type, string lastOfNamespace) =>
        type.ContainingNamespace is { } found && found.Name == lastOfNamespace && found.ToDisplayString().StartsWith("System.Threading", StringComparison.Ordinal);
}
