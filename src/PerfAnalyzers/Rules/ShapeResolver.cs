using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Queries;

namespace PerfAnalyzers.Rules;

/// <summary>Brings a query and a table together: member paths become columns, and the table's query filters join the query's.</summary>
internal static class ShapeResolver
{
    public static TableShape Resolve(QueryShape query, EntityTable table)
    {
        var filter = query.Root.Shape.Filter.Select(predicate => Resolve(predicate, table));
        if (!query.IgnoresQueryFilters)
            filter = filter.Concat(QueryFilter(table));

        var order = query.Root.Shape.Order
            .Select(key => (key, Column: table.ColumnOf(key.Column)))
            .TakeWhile(key => key.Column is not null)
            .Select(key => key.key with { Column = key.Column! });
        return query.Root.Shape with { Filter = filter.ToImmutableArray(), Order = order.ToImmutableArray() };
    }

    /// <summary>What is tested matters, not how: every column counts as compared for equality, which is what a seek could use best.</summary>
    private static IEnumerable<Predicate> QueryFilter(EntityTable table)
    {
        var columns = table.QueryFilterColumns.Select(Predicate (column) => new ColumnPredicate(column, Comparison.Equality, ColumnPredicate.QueryFilterSite));
        return table.HasFilterOnOtherTables ? columns.Append(new UnknownPredicate("a query filter reaches into another table")) : columns;
    }

    // The reader bounds how deep predicates nest, so recursion is safe here.
    private static Predicate Resolve(Predicate predicate, EntityTable table) => predicate switch
    {
        ColumnPredicate column => table.ColumnOf(column.Column) is { } name
            ? column with { Column = name }
            : new UnknownPredicate($"'{column.Column}' is not known to be a column of '{table.Entity.Name}'"),
        AndPredicate and => new AndPredicate(and.Operands.Select(operand => Resolve(operand, table)).ToImmutableArray()),
        OrPredicate or => new OrPredicate(or.Operands.Select(operand => Resolve(operand, table)).ToImmutableArray()),
        _ => predicate,
    };
}
