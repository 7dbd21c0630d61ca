using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAssert.Analyzers.Bodies;

namespace PerfAssert.Analyzers.Rules;

/// <summary>PERF302: arithmetic whose result is discarded, ignored, or kept in a variable that nothing reads.</summary>
internal static class DroppedResultRule
{
    public static IEnumerable<Diagnostic> Judge(PerfMethod test)
    {
        if (test.Body is null)
            return [];
        var dropped = OwnOperations.Of(test.Body).OfType<IExpressionStatementOperation>().Select(Ignored).OfType<IOperation>().ToList();
        // A variable of an async method or an iterator may become a field, which the JIT doesn't know to be unread.
        if (dropped.Count == 0 && !test.Symbol.IsAsync)
            dropped.AddRange(UnreadLocals.Find(test.Body));
        return dropped.Select(operation => Diagnostic.Create(Descriptors.DroppedResult, operation.Syntax.GetLocation(), OwnOperations.Quote(operation.Syntax)));
    }

    private static IOperation? Ignored(IExpressionStatementOperation statement)
    {
        var value = statement.Operation switch
        {
            ISimpleAssignmentOperation { Target: IDiscardOperation } assignment => assignment.Value,
            IInvocationOperation call => call,
            _ => null,
        };
        return value is not null && Arithmetic.IsDroppable(value) && Arithmetic.DoesWork(value) ? value : null;
    }
}
