using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Migrations;

/// <summary>What is left of the indexes that a row of migrations creates, drops and renames.</summary>
internal sealed class MigrationHistory
{
    private readonly List<MigrationStep> _indexes = new List<MigrationStep>();
    private readonly List<string?> _opaque = new List<string?>();

    /// <summary>The indexes that are there at the end, by table and column names.</summary>
    public IReadOnlyList<MigrationStep> Indexes => _indexes;

    /// <summary>Tables that may have further indexes; null stands for any.</summary>
    public IReadOnlyList<string?> Opaque => _opaque;

    /// <summary>The history of one context's migrations, oldest first.</summary>
    public static MigrationHistory Of(IEnumerable<MigrationFacts> parts, string context)
    {
        var history = new MigrationHistory();
        var migrations = parts.GroupBy(part => part.ClassName, StringComparer.Ordinal)
            .Select(all => (
                Id: all.Select(part => part.Id).Where(id => id is not null).OrderBy(id => id!.Length == 0 || !char.IsDigit(id[0])).FirstOrDefault() ?? "",
                Context: all.Select(part => part.Context).FirstOrDefault(name => name is not null),
                Steps: all.SelectMany(part => part.Steps)))
            .Where(migration => migration.Context is null || migration.Context == context)
            .OrderBy(migration => migration.Id, StringComparer.Ordinal);
        foreach (var step in migrations.SelectMany(migration => migration.Steps))
            history.Apply(step);
        return history;
    }

    private void Apply(MigrationStep step)
    {
        switch (step.Kind)
        {
            case MigrationStepKind.Create:
                _indexes.Add(step);
                break;
            case MigrationStepKind.Drop:
                _indexes.RemoveAll(index => index.Name is not null && Same(index.Name, step.Name) && (step.Table is null || Same(index.Table, step.Table)));
                break;
            case MigrationStepKind.RenameIndex:
                Replace(index => Same(index.Name, step.Name) && (step.Table is null || Same(index.Table, step.Table)), index => index with { Name = step.NewName });
                break;
            case MigrationStepKind.RenameTable when step.NewName is not null:
                Replace(index => Same(index.Table, step.Table), index => index with { Table = step.NewName });
                for (var i = 0; i < _opaque.Count; i++)
                    _opaque[i] = _opaque[i] is { } table && Same(table, step.Table) ? step.NewName : _opaque[i];
                break;
            case MigrationStepKind.RenameColumn when step.NewName is not null:
                Replace(index => Same(index.Table, step.Table), index => index with { Columns = [.. index.Columns.Select(column => Same(column, step.Name) ? step.NewName : column)] });
                break;
            case MigrationStepKind.DropTable:
                _indexes.RemoveAll(index => Same(index.Table, step.Table));
                _opaque.RemoveAll(table => table is not null && Same(table, step.Table));
                break;
            case MigrationStepKind.DropColumn:
                _indexes.RemoveAll(index => Same(index.Table, step.Table) && index.Columns.Any(column => Same(column, step.Name)));
                break;
            case MigrationStepKind.Opaque:
                _opaque.Add(step.Table);
                break;
        }
    }

    private void Replace(Func<MigrationStep, bool> which, Func<MigrationStep, MigrationStep> by)
    {
        for (var i = 0; i < _indexes.Count; i++)
        {
            if (which(_indexes[i]))
                _indexes[i] = by(_indexes[i]);
        }
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
