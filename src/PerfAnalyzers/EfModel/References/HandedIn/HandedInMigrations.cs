using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Facts;
using PerfAnalyzers.EfModel.References.Sql;
using PerfAnalyzers.EfModel.Sources.Migrations;

namespace PerfAnalyzers.EfModel.References.HandedIn;

/// <summary>The indexes that migrations leave behind, as if a script had created them.</summary>
internal static class HandedInMigrations
{
    public static IEnumerable<SqlStatement> Statements(IReadOnlyList<MigrationFacts> migrations)
    {
        // A migration without its designer file doesn't say whose it is: it counts for every context.
        var contexts = migrations.Select(migration => migration.Context).OfType<string>().Distinct().DefaultIfEmpty("");
        return migrations.Count == 0 ? [] : contexts.SelectMany(context => Statements(MigrationHistory.Of(migrations, context)));
    }

    private static IEnumerable<SqlStatement> Statements(MigrationHistory history) =>
        history.Opaque
            .Select(table => new SqlStatement(SqlStatementKind.NotUnderstood, table ?? "") { Problem = "an index is created in a migration in a way that can't be read" })
            .Concat(history.Indexes.Select(index => new SqlStatement(SqlStatementKind.CreateIndex, index.Table ?? "") { Name = index.Name, Index = Index(index) }));

    private static TableIndex Index(MigrationStep step) => new(
        step.Columns.Select((column, i) => new IndexColumn(column, step.Descending is { } down && (down.Count == 0 || (i < down.Count && down[i])))).ToImmutableArray(),
        step.IsKey ? IndexOrigin.Key : IndexOrigin.Migration)
    {
        IsUnique = step.IsUnique || step.IsKey,
        Filter = step.Filter,
        Method = step.Method,
        // What an annotation does to an index isn't followed here: it may be an operator class.
        HasOperatorClass = step.Annotations.Count > 0,
    };
}
