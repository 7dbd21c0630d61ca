using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PerfAssert.Analyzers.Bodies;

/// <summary>Local variables that a body of nothing but arithmetic and loops computes, and nothing reads.</summary>
internal static class UnreadLocals
{
    private const int MaximumDepth = 100;

    /// <summary>
    /// For each such variable, where it is first computed. None in a body that does anything else: there a variable that nobody reads costs
    /// nothing, and the rest is what the test is about.
    /// </summary>
    public static IEnumerable<IOperation> Find(IBlockOperation body)
    {
        if (!IsArithmeticAlone(body, 0))
            yield break;
        var operations = OwnOperations.Of(body).ToList();
        var references = operations.OfType<ILocalReferenceOperation>().ToLookup(reference => reference.Local, SymbolEqualityComparer.Default);
        foreach (var declarator in operations.OfType<IVariableDeclaratorOperation>())
        {
            var writes = Writes(declarator, references[declarator.Symbol]);
            if (writes is not null && writes.FirstOrDefault(DoesWork) is { } first)
                yield return first;
        }
    }

    /// <summary>What computes the variable; null where anything else reads it, or the JIT keeps what computes it.</summary>
    private static List<IOperation>? Writes(IVariableDeclaratorOperation declarator, IEnumerable<ILocalReferenceOperation> references)
    {
        var writes = new List<IOperation>();
        if (declarator.GetVariableInitializer()?.Value is { } value)
            writes.Add(value);
        var feedsItself = false;
        foreach (var reference in references)
        {
            switch (Statement(reference))
            {
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Is(target, declarator.Symbol):
                    if (target == reference)
                        writes.Add(assignment);
                    else
                        feedsItself = true;
                    break;
                case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Is(target, declarator.Symbol):
                    feedsItself = true;
                    if (target == reference)
                        writes.Add(assignment);
                    break;
                case IIncrementOrDecrementOperation increment:
                    feedsItself = true;
                    writes.Add(increment);
                    break;
                default:
                    return null;
            }
        }

        return feedsItself && !writes.TrueForAll(Arithmetic.IsDroppableInCycle) ? null : writes;
    }

    private static bool DoesWork(IOperation write) => write switch
    {
        ICompoundAssignmentOperation or IIncrementOrDecrementOperation => true,
        ISimpleAssignmentOperation assignment => Arithmetic.DoesWork(assignment.Value),
        _ => Arithmetic.DoesWork(write),
    };

    private static bool Is(ILocalReferenceOperation reference, ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(reference.Local, local);

    /// <summary>What the statement does that an expression is part of; null where it's part of a condition or a declaration.</summary>
    private static IOperation? Statement(IOperation expression)
    {
        var operation = expression;
        while (operation.Parent is { } parent)
        {
            if (parent is IExpressionStatementOperation)
                return operation;
            if (parent is ILoopOperation or IBlockOperation or IVariableDeclaratorOperation or IVariableInitializerOperation)
                return null;
            operation = parent;
        }

        return null;
    }

    private static bool IsArithmeticAlone(IOperation operation, int depth)
    {
        if (depth++ > MaximumDepth)
            return false;
        return operation switch
        {
            // What is written to it is written elsewhere.
            IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } => false,
            IBlockOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableDeclaratorOperation or IVariableInitializerOperation
                or IForLoopOperation or IWhileLoopOperation or IExpressionStatementOperation => All(operation, depth),
            IConditionalOperation { Type: null } => All(operation, depth),
            IReturnOperation { ReturnedValue: null } or IEmptyOperation or IBranchOperation => true,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IDiscardOperation, Value: var value } => Arithmetic.IsDroppable(value),
            ICompoundAssignmentOperation { Target: ILocalReferenceOperation } assignment => Arithmetic.IsDroppable(assignment),
            IIncrementOrDecrementOperation { Target: ILocalReferenceOperation, OperatorMethod: null, IsChecked: false, Type: { } type } => Arithmetic.IsNumber(type),
            _ => Arithmetic.IsDroppable(operation),
        };
    }

    private static bool All(IOperation operation, int depth)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (!IsArithmeticAlone(child, depth))
                return false;
        }

        return true;
    }
}
