using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAssert.Analyzers.Bodies;

namespace PerfAssert.Analyzers.Rules;

/// <summary>PERF309: an iterator, a sequence that nobody enumerates, a task that the test starts last and nobody awaits.</summary>
internal static class UnfinishedRule
{
    public static IEnumerable<Diagnostic> Judge(PerfMethod test)
    {
        if (test.Body is null)
            return [];
        var operations = OwnOperations.Of(test.Body).ToList();
        if (operations.Exists(operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak))
            return [Unenumerated(test.Location, test.Name)];
        // In an async method the compiler says so itself (CS4014).
        return !test.Symbol.IsAsync && LastTask(test) is { } call ? [Create(call.Syntax.GetLocation(), OwnOperations.Quote(call.Syntax), "await it, or return it")] : [];
    }

    /// <summary>A task that the test starts last of all. What comes after it could wait for it in some other way: an event, a channel.</summary>
    private static IInvocationOperation? LastTask(PerfMethod test)
    {
        var skipsDebugCode = DebugRegions.AreLeftOut(test.Compilation, test.Syntax.SyntaxTree);
        var last = test.Body!.Operations.LastOrDefault(statement => !IdleBody.IsIdle(statement, skipsDebugCode));
        return last is IExpressionStatementOperation { Operation: var value } && OwnOperations.Unwrap(value) is IInvocationOperation call && TaskTypes.IsTask(call.Type) ? call : null;
    }

    /// <summary>The sequence is all that the test makes.</summary>
    public static Diagnostic Unenumerated(IOperation sequence) => Unenumerated(sequence.Syntax.GetLocation(), OwnOperations.Quote(sequence.Syntax));

    private static Diagnostic Unenumerated(Location location, string name) => Create(location, name, "enumerate the sequence, as ToList and Count do");

    private static Diagnostic Create(Location location, string name, string remedy) => Diagnostic.Create(Descriptors.WorkLeftUndone, location, name, remedy);
}
