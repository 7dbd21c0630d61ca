using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Conventions;

/// <summary>
/// SQL Server takes two nulls for equal, so its provider filters unique indexes on columns that may be null: <c>[Email] IS NOT NULL</c>, as
/// <c>SqlServerIndexConvention</c> does.
/// </summary>
internal static class UniqueFilters
{
    private const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";

    public static void Apply(ContextDraft context, Compilation compilation)
    {
        var providers = new HashSet<string>(compilation.ReferencedAssemblyNames.Select(assembly => assembly.Name), StringComparer.Ordinal);
        if (!providers.Contains(SqlServer))
            return;
        // With another provider in sight, or columns renamed by a package, the text isn't certain.
        var isCertain = !providers.Any(name => name is "Microsoft.EntityFrameworkCore.Sqlite" or "EFCore.NamingConventions" || name.EndsWith(".EntityFrameworkCore.PostgreSQL", StringComparison.Ordinal)
            || name.EndsWith(".EntityFrameworkCore.MySql", StringComparison.Ordinal));
        foreach (var entity in context.Entities.Concat(context.OwnedParts))
        {
            foreach (var index in entity.Indexes.Where(index => index is { IsUnique: true, IsFilterSaid: false, IsClustered: false, Filter: null }))
                index.Filter = Filter(entity, index.Columns, isCertain);
        }
    }

    private static string? Filter(EntityDraft entity, IReadOnlyList<string> columns, bool isCertain)
    {
        var nullable = columns.Select(column => (Column: column, IsNullable: Nullability.Of(entity, column))).Where(column => column.IsNullable != false).ToList();
        if (nullable.Count == 0)
            return null;
        return isCertain && nullable.TrueForAll(column => column.IsNullable == true)
            ? string.Join(" AND ", nullable.Select(column => $"[{ColumnNames.Of(entity, column.Column).Replace("]", "]]")}] IS NOT NULL"))
            : "";
    }
}
