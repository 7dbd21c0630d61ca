using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Predicates;

/// <summary>Where a filter stands, and the predicates that are made of it.</summary>
/// <param name="Scope">What its parameters stand for.</param>
/// <param name="Site">The filter's own place.</param>
internal sealed record PredicateContext(Scope Scope, QuerySites Sites, int Site, ISubqueries Subqueries)
{
    public PathElement? ColumnOf(IOperation operation) => ElementReader.ColumnOf(operation, Scope);

    public bool DependsOnRow(IOperation operation) => Scope.DependsOnRow(operation);

    public TablePredicate Unknown(string reason, IOperation operation) => new(new UnknownPredicate(reason), Scope.TablesOf(operation));

    /// <summary>A predicate that no index can seek by, on whatever the expression depends.</summary>
    public TablePredicate Opaque(IOperation operation) => new(new OpaquePredicate(Site), Scope.TablesOf(operation));

    public TablePredicate Column(PathElement column, IOperation operation, Comparison comparison) =>
        new(Describe(new ColumnPredicate(column.Path, comparison, Site) { ColumnSite = Sites.Add(operation.Syntax, Scope) }, TypeOf(operation)), column.Tables);

    public TablePredicate Expression(ColumnExpression expression, IOperation operation, Comparison comparison) => new(
        new ColumnExpressionPredicate(expression.Column.Path, expression.Transform, TextOf(operation), comparison, Sites.Add(operation.Syntax, Scope)),
        expression.Column.Tables);

    public TablePredicate TextSearch(PathElement column, IOperation call, string method) =>
        new(new TextSearchPredicate(column.Path, method, Sites.Add(call.Syntax, Scope)), column.Tables);

    /// <summary>The comparison of a column, or of an expression on one, with a value that doesn't depend on the row; null where it is neither.</summary>
    public TablePredicate? ColumnOrExpression(IOperation operation, Comparison comparison) =>
        ColumnOf(operation) is { } column ? Column(column, operation, comparison)
        : ColumnExpressionReader.Read(operation, Scope) is { } expression ? Expression(expression, operation, comparison)
        : null;

    /// <summary>What the user wrote, on one line.</summary>
    public static string TextOf(IOperation operation) => string.Join(" ", operation.Syntax.ToString().Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Adds to a predicate what the column's type tells.</summary>
    public static ColumnPredicate Describe(ColumnPredicate predicate, ITypeSymbol? type) => predicate with
    {
        HasFewValues = predicate.Comparison is not (Comparison.Range or Comparison.NotNull) && WellKnown.HasFewValues(type),
        IsBool = type is not null && WellKnown.WithoutNullable(type).SpecialType == SpecialType.System_Boolean,
        IsDecimal = type is not null && WellKnown.WithoutNullable(type).SpecialType == SpecialType.System_Decimal,
    };

    /// <summary>The type of a column as it is declared: before <c>Value</c> and the conversions that EF Core removes.</summary>
    public static ITypeSymbol? TypeOf(IOperation column)
    {
        while (true)
        {
            switch (column)
            {
                case IConversionOperation conversion:
                    column = conversion.Operand;
                    break;
                case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable }:
                    column = nullable;
                    break;
                default:
                    return column.Type;
            }
        }
    }
}
