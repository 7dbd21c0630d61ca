using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>Writes the SQL that fills a table: rows numbered by <c>i</c>, distinct where a key asks for it, some nulls where they may be.</summary>
internal static class PostgreSqlRows
{
    public const int Count = 2000;

    public static string Insert(ITable table)
    {
        var distinct = table.UniqueConstraints.SelectMany(constraint => constraint.Columns)
            .Concat(table.Indexes.Where(index => index.IsUnique).SelectMany(index => index.Columns))
            .Select(column => column.Name)
            .ToHashSet();
        var columns = table.Columns.ToList();
        var values = columns.Select(column => Value(column, distinct.Contains(column.Name)));
        return $"""
            INSERT INTO "{table.Name}" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))})
            OVERRIDING SYSTEM VALUE
            SELECT {string.Join(", ", values)} FROM generate_series(1, {Count.ToString(CultureInfo.InvariantCulture)}) AS i;
            """;
    }

    private static string Value(IColumn column, bool isDistinct)
    {
        var property = column.PropertyMappings[0].Property;
        if (property == property.DeclaringType.ContainingEntityType.GetRootType().FindDiscriminatorProperty())
            return Discriminator(property.DeclaringType.ContainingEntityType.GetRootType());

        var number = isDistinct ? "i" : "(i * 7919 % 400)";
        var value = column.StoreType switch
        {
            "boolean" => "i % 2 = 0",
            "integer" or "bigint" or "smallint" => property.ClrType.IsEnum || Nullable.GetUnderlyingType(property.ClrType)?.IsEnum == true ? "i % 4" : number,
            "numeric" => $"{number} / 10.0",
            "double precision" => $"{number} + 0.5",
            "timestamp with time zone" => $"timestamptz '2024-01-01' + {number} * interval '6 hours'",
            "uuid" => $"lpad({number}::text, 32, '0')::uuid",
            _ => $"md5({number}::text)",
        };
        return column.IsNullable && !column.Table.ForeignKeyConstraints.Any(key => key.Columns.Contains(column)) ? $"CASE WHEN i % 10 = 0 THEN NULL ELSE {value} END" : value;
    }

    private static string Discriminator(IEntityType root)
    {
        var names = root.GetDerivedTypesInclusive().Where(type => !type.IsAbstract()).Select(type => $"'{type.GetDiscriminatorValue()}'").ToList();
        return $"(ARRAY[{string.Join(", ", names)}])[i % {names.Count} + 1]";
    }
}
