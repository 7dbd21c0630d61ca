using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PerfAssert.Analyzers.Bodies;

/// <summary>
/// Tells whether a body does nothing in a Release build: it only reads what is there, asserts about it, calls what only Debug builds
/// call, or composes a sequence that nobody enumerates.
/// </summary>
internal sealed class IdleBody
{
    private const int MaximumDepth = 100;

    private static readonly HashSet<string> s_composing = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.IEnumerable<T>", "System.Collections.Generic.IAsyncEnumerable<T>", "System.Linq.IOrderedEnumerable<T>",
    };

    private readonly bool _skipsDebugCode;

    private IdleBody(bool skipsDebugCode) => _skipsDebugCode = skipsDebugCode;

    /// <summary>The first thing that only a Debug build does.</summary>
    public IOperation? DebugCode { get; private set; }

    /// <summary>The first sequence that nobody enumerates.</summary>
    public IOperation? Sequence { get; private set; }

    /// <summary>Reads a body; null where it does something, or might.</summary>
    /// <param name="body">The body.</param>
    /// <param name="skipsDebugCode">Whether Release builds leave out what stands under DEBUG.</param>
    public static IdleBody? Read(IBlockOperation body, bool skipsDebugCode)
    {
        var idle = new IdleBody(skipsDebugCode);
        return idle.IsIdle(body, 0) ? idle : null;
    }

    /// <summary>Whether one statement of a body does nothing.</summary>
    public static bool IsIdle(IOperation statement, bool skipsDebugCode) => new IdleBody(skipsDebugCode).IsIdle(statement, 0);

    private bool IsIdle(IOperation? operation, int depth)
    {
        if (operation is null or { ConstantValue.HasValue: true } or IEmptyOperation or ILocalFunctionOperation)
            return true;
        if (depth++ > MaximumDepth)
            return false;
        if (operation.Parent is IBlockOperation && _skipsDebugCode && !operation.IsImplicit && DebugRegions.Contain(operation.Syntax))
        {
            DebugCode ??= operation;
            return true;
        }

        return operation switch
        {
            IBlockOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableDeclaratorOperation or IVariableInitializerOperation => AreIdle(operation.ChildOperations, depth),
            IExpressionStatementOperation statement => IsIdle(statement.Operation, depth),
            IReturnOperation { Kind: OperationKind.Return } statement => IsIdle(statement.ReturnedValue, depth),
            ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var value } => IsIdle(value, depth),
            IAwaitOperation await => IsIdle(await.Operation, depth),
            // Boxing allocates.
            IConversionOperation { OperatorMethod: null, Operand: var operand } conversion => (operand.Type is null || operand.Type.IsReferenceType || conversion.Type is { IsValueType: true }) && IsIdle(operand, depth),
            IParenthesizedOperation { Operand: var operand } => IsIdle(operand, depth),
            IFieldReferenceOperation field => IsPlain(field),
            IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType: var type } } => TaskTypes.IsTask(type),
            IObjectCreationOperation { Type: { Name: "ValueTask" } type, Arguments: var arguments } => TaskTypes.IsTask(type) && AreIdle(arguments, depth),
            IArgumentOperation argument => IsIdle(argument.Value, depth),
            IInvocationOperation call => IsIdleCall(call, depth),
            ILiteralOperation or IDefaultValueOperation or IParameterReferenceOperation or ILocalReferenceOperation or IInstanceReferenceOperation or IDiscardOperation or ITypeOfOperation => true,
            _ => false,
        };
    }

    private bool IsIdleCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (_skipsDebugCode && IsDebugOnly(method))
        {
            DebugCode ??= call;
            return true;
        }

        if (Composes(method))
        {
            // Composing runs neither the source nor the lambdas. The source itself must be there already.
            Sequence ??= call;
            return (call.Instance is null || IsIdle(call.Instance, depth))
                && call.Arguments.All(argument => OwnOperations.Unwrap(argument.Value) is IDelegateCreationOperation or IAnonymousFunctionOperation || IsIdle(argument.Value, depth));
        }

        return method switch
        {
            { Name: "FromResult" } => TaskTypes.IsTask(method.ContainingType) && AreIdle(call.Arguments, depth),
            { Name: "ConfigureAwait" } => IsIdle(call.Instance, depth),
            { ContainingType: { Name: "Assert", ContainingNamespace: { Name: "Xunit", ContainingNamespace.IsGlobalNamespace: true } } } =>
                call.Arguments.All(argument => IsPlain(OwnOperations.Unwrap(argument.Value).Type) && IsIdle(OwnOperations.Unwrap(argument.Value), depth)),
            _ => false,
        };
    }

    private bool AreIdle(IEnumerable<IOperation> operations, int depth)
    {
        foreach (var operation in operations)
        {
            if (!IsIdle(operation, depth))
                return false;
        }

        return true;
    }

    /// <summary>
    /// A field of the test itself, or a static one, that is read by one load. Others may be what is measured: a volatile or thread-static
    /// read, the way through a list of nodes, the copy of a large struct.
    /// </summary>
    private static bool IsPlain(IFieldReferenceOperation reference) =>
        reference is { Instance: null or IInstanceReferenceOperation, Field: { IsVolatile: false, Type: var type } field }
        && (type.IsReferenceType || IsPlain(type))
        && !field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");

    /// <summary>An assertion about anything but numbers and texts may enumerate it, compare it or print it.</summary>
    private static bool IsPlain(ITypeSymbol? type) => type is null or { SpecialType: not SpecialType.None and not SpecialType.System_Object } or { TypeKind: TypeKind.Enum };

    private static bool IsDebugOnly(IMethodSymbol method)
    {
        var conditions = method.GetAttributes().Where(attribute => attribute.AttributeClass is { Name: "ConditionalAttribute", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } }).ToList();
        return conditions.Count > 0 && conditions.TrueForAll(attribute => attribute.ConstructorArguments is [{ Value: "DEBUG" }]);
    }

    /// <summary>An operator of LINQ that composes a sequence and does nothing until somebody enumerates it. One of Queryable builds an expression, which may be what is measured.</summary>
    private static bool Composes(IMethodSymbol method) =>
        method is { Name: not ("AsEnumerable" or "Empty") }
        && method.ContainingType.ToDisplayString() is "System.Linq.Enumerable" or "System.Linq.AsyncEnumerable"
        && method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } type
        && s_composing.Contains(type.OriginalDefinition.ToDisplayString().Replace("<TElement>", "<T>").Replace("<out T>", "<T>"));
}
