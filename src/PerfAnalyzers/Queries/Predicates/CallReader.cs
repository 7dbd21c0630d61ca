using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Predicates;

/// <summary>Reads calls that test a row: <c>o.Name.StartsWith(x)</c>, <c>ids.Contains(o.Id)</c>, <c>EF.Functions.Like(o.Name, "x%")</c>.</summary>
internal sealed class CallReader(PredicateContext context, ComparisonReader comparisons)
{
    public TablePredicate Read(IInvocationOperation call, bool isNegated)
    {
        var method = call.TargetMethod;
        if (call.Arguments.Any(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && WellKnown.IsCultural(argument.Parameter?.Type)))
            return context.Unknown($"the filter calls {method.Name} with a comparison of its own", call);

        var equality = isNegated ? Comparison.Inequality : Comparison.Equality;
        var arguments = call.Arguments;
        switch (method.Name)
        {
            case "Equals" when call.Instance is not null && arguments.Length == 1:
                return comparisons.Compare(call.Instance, arguments[0].Value, equality, call);
            case "Equals" when call.Instance is null && arguments.Length == 2 && method.ContainingType.SpecialType is SpecialType.System_String or SpecialType.System_Object:
                return comparisons.Compare(arguments[0].Value, arguments[1].Value, equality, call);
            case "StartsWith" or "EndsWith" or "Contains" when call.Instance is { Type.SpecialType: SpecialType.System_String } text && arguments.Length == 1:
                return ReadText(call, text, arguments[0].Value, isNegated);
            case "IsNullOrEmpty" when method.ContainingType.SpecialType == SpecialType.System_String && context.ColumnOf(arguments[0].Value) is { } column:
                return NullOrEmpty(column, arguments[0].Value, isNegated);
            case "HasFlag" when call.Instance is { Type.TypeKind: TypeKind.Enum } flags && context.ColumnOf(flags) is { } column && !context.DependsOnRow(arguments[0].Value):
                return context.Expression(new ColumnExpression(column, ColumnTransform.Arithmetic), call, Comparison.Truth);
            case "Like" or "ILike" when WellKnown.IsDbFunctions(method.ContainingType):
                return ReadLike(call, isNegated);
            case "Contains" when ContainsOperands(call) is (var list, var item) && IsInMemory(Unconverted(list).Type) && !context.DependsOnRow(list)
                && context.ColumnOrExpression(item, isNegated ? Comparison.Inequality : Comparison.In) is { } member:
                return member;
            default:
                return context.Subqueries.Exists(call, context.Scope, isNegated) ?? Unread(call);
        }
    }

    private TablePredicate Unread(IInvocationOperation call)
    {
        context.Subqueries.ReadWithin(call, context.Scope);
        return context.Unknown($"the filter calls {call.TargetMethod.Name}", call);
    }

    private TablePredicate ReadText(IInvocationOperation call, IOperation text, IOperation part, bool isNegated)
    {
        var column = context.ColumnOf(text) ?? ColumnExpressionReader.Read(text, context.Scope)?.Column;
        if (column is null || context.DependsOnRow(part))
        {
            return context.ColumnOf(text) is null && context.DependsOnRow(text) || context.ColumnOf(part) is null && context.DependsOnRow(part)
                ? Unread(call)
                : context.Opaque(call);
        }

        if (isNegated)
            return context.Opaque(call);
        return call.TargetMethod.Name == "StartsWith"
            ? context.ColumnOrExpression(text, Comparison.Prefix)!.Value
            : context.TextSearch(column, call, call.TargetMethod.Name);
    }

    private TablePredicate NullOrEmpty(PathElement column, IOperation operation, bool isNegated)
    {
        // EF Core leaves the test for null out where the column can't be.
        if (isNegated)
            return context.Column(column, operation, MayBeNull(operation) ? Comparison.NotNull : Comparison.Inequality, ifNullable: Comparison.NotNull);
        var isNullOrEmpty = context.Column(column, operation, Comparison.Equality).Predicate;
        return new(new OrPredicate(ImmutableArray.Create(isNullOrEmpty, isNullOrEmpty)), column.Tables);
    }

    private static bool MayBeNull(IOperation column) =>
        Unconverted(column) is not IPropertyReferenceOperation { Property.NullableAnnotation: NullableAnnotation.NotAnnotated };

    /// <summary>What decides is the first character of the pattern: a wildcard there leaves an index nothing to start from.</summary>
    private TablePredicate ReadLike(IInvocationOperation call, bool isNegated)
    {
        var byName = call.Arguments.ToDictionary(argument => argument.Parameter?.Name ?? "", argument => argument.Value);
        if (!byName.TryGetValue("matchExpression", out var match) || !byName.TryGetValue("pattern", out var pattern) || context.DependsOnRow(pattern))
            return Unread(call);
        var column = context.ColumnOf(match) ?? ColumnExpressionReader.Read(match, context.Scope)?.Column;
        if (column is null)
            return Unread(call);
        if (isNegated)
            return context.Opaque(call);

        var start = Constants.StartOf(pattern);
        if (start.Length == 0)
            return context.Unknown("the pattern isn't known", call);
        var isEscaped = byName.TryGetValue("escapeCharacter", out var escape) && Constants.TextOf(escape) is not { Length: 0 };
        if (start[0] is '%' or '_' && !isEscaped)
            return context.TextSearch(column, call, call.TargetMethod.Name);
        return call.TargetMethod.Name == "Like" && Constants.TextOf(pattern) is not null && char.IsLetterOrDigit(start[0])
            ? context.ColumnOrExpression(match, Comparison.Prefix)!.Value
            : context.Unknown("the pattern may start with a wildcard", call);
    }

    /// <summary>
    /// The list and the item of a <c>Contains</c> on an in-memory collection: a method of the collection, of Enumerable, or, since C# 14
    /// converts an array to a span, of MemoryExtensions. Contains on a query is a subquery, and not this.
    /// </summary>
    private static (IOperation List, IOperation Item)? ContainsOperands(IInvocationOperation call) => call switch
    {
        { Instance: { Type.SpecialType: not SpecialType.System_String } list, Arguments.Length: 1 } => (list, call.Arguments[0].Value),
        { Instance: null, TargetMethod.ContainingType.Name: "Enumerable" or "MemoryExtensions", Arguments.Length: >= 2 }
            when call.Arguments.Skip(2).All(argument => argument.ArgumentKind == ArgumentKind.DefaultValue) => (call.Arguments[0].Value, call.Arguments[1].Value),
        _ => null,
    };

    /// <summary>An array, a span or one of the framework's collections. Another type's <c>Contains</c> may mean anything: a polygon, a range, a network.</summary>
    private static bool IsInMemory(ITypeSymbol? type) => type is IArrayTypeSymbol || (WellKnown.IsOfFramework(type) && !WellKnown.IsQueryable(type));

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }
}
