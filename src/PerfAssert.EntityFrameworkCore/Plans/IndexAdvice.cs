using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>Names the index that would spare a full scan: columns compared for equality first, then the order, or one range.</summary>
internal static class IndexAdvice
{
    /// <summary>A line for whoever has to add it.</summary>
    /// <param name="access">The full scan.</param>
    /// <param name="sql">The command.</param>
    /// <param name="model">The context's model; null where it isn't known.</param>
    public static string For(TableAccess access, string sql, IModel? model)
    {
        if (SqlShape.Of(sql).Find(access.Alias) is not { } found)
            return $"the command does not name {access.Alias}: it is read by a view";
        // Which table of a join is scanned the planner decides; which filter no index serves may stand at another.
        var candidates = found.Scope.Tables.OrderBy(table => table.Key != access.Alias);
        foreach (var (alias, table) in candidates)
        {
            var columns = Columns(found.Scope, alias);
            if (columns.Count > 0 && !IsThere(columns, table, model))
                return Words(columns, table, model);
        }

        return found.Scope.HasFilter
            ? $"none by itself: nothing that {access.Table} is filtered by is a plain comparison of a column with a value, joined by AND"
            : $"none: the query has no filter on {access.Table}, and asks for every row";
    }

    private static List<string> Columns(SqlScope scope, string alias)
    {
        var columns = Of(scope.Equalities);
        if (columns.Count == 0)
            columns = Of(scope.Joins).Take(1).ToList();
        var order = scope.Order.All(column => column.Alias == alias) ? Of(scope.Order) : [];
        var ranges = Of(scope.Ranges);
        if (columns.Count == 0 && ranges.Count == 0)
            return [];
        // A range first where the order is the range's own or none; an order that follows equality is worth more than a range.
        return [.. columns.Concat(order.Count > 0 && columns.Count > 0 ? order : ranges.Take(1)).Distinct(StringComparer.Ordinal)];

        List<string> Of(IEnumerable<SqlColumn> all) => [.. all.Where(column => column.Alias == alias).Select(column => column.Column).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether an index starts with these columns already: then something else keeps the planner from it.</summary>
    private static bool IsThere(List<string> columns, string table, IModel? model)
    {
        if (Find(table, model) is not { } found)
            return false;
        var keys = found.UniqueConstraints.Select(constraint => constraint.Columns.Select(column => column.Name));
        return found.Indexes.Select(index => index.Columns.Select(column => column.Name)).Concat(keys).Any(index => index.Take(columns.Count).ToHashSet(StringComparer.Ordinal).IsSupersetOf(columns));
    }

    private static string Words(List<string> columns, string table, IModel? model)
    {
        var text = $"on {table} ({string.Join(", ", columns)})";
        var entity = Find(table, model)?.EntityTypeMappings.Select(mapping => mapping.TypeBase).OfType<IEntityType>().FirstOrDefault(type => type.BaseType is null && !type.IsOwned());
        if (entity is null || entity.HasSharedClrType)
            return text;
        var properties = columns.Select(column => Find(table, model)!.FindColumn(column)?.PropertyMappings.Select(mapping => mapping.Property).FirstOrDefault(property => property.DeclaringType == entity)?.Name).ToList();
        if (properties.Contains(null))
            return text;
        var members = properties.Count == 1 ? $"x.{properties[0]}" : $"new {{ {string.Join(", ", properties.Select(property => "x." + property))} }}";
        return $"{text}: modelBuilder.Entity<{entity.ClrType.Name}>().HasIndex(x => {members});";
    }

    private static ITable? Find(string table, IModel? model)
    {
        try
        {
            return model?.GetRelationalModel().Tables.FirstOrDefault(candidate => candidate.Name == table);
        }
        catch (InvalidOperationException)
        {
            // A model without tables.
            return null;
        }
    }
}
