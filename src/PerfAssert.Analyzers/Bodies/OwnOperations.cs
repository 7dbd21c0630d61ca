using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PerfAssert.Analyzers.Bodies;

/// <summary>Walks what a body does itself; what its lambdas and local functions do may happen elsewhere, often or never.</summary>
internal static class OwnOperations
{
    /// <summary>The operation and all below it, parents first.</summary>
    public static IEnumerable<IOperation> Of(IOperation body)
    {
        var pending = new Stack<IOperation>();
        pending.Push(body);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            yield return operation;
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;
            foreach (var child in operation.ChildOperations.Reverse())
                pending.Push(child);
        }
    }

    /// <summary>The value behind conversions that the compiler put there, and behind ConfigureAwait.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    operation = task;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The code as a message quotes it: on one line.</summary>
    public static string Quote(SyntaxNode syntax) => string.Join(" ", syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
