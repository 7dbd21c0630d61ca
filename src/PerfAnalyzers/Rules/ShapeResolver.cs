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
        var filter = query.Table.Filter.Select(predicate => Resolve(predicate, table));
        if (!query.IgnoresQueryFilters)
            filter = filter.Concat(table.QueryFilterColumns.Select(column => new ColumnPredicate(column, Comparison.Equality, ColumnPredicate.QueryFilterSite)));

        var order = query.Table.Order
            .Select(key => (key, Column: table.ColumnOf(key.Column)))
            .TakeWhile(key => key.Column is not null)
            .Select(key => new SortKey(key.Column!, key.key.IsDescending));
        return query.Table with { Filter = filter.ToImmutableArray(), Order = order.ToImmutableArray() };
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
