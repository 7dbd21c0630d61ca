namespace PerfAnalyzers.EfModel.Facts;

/// <summary>One operation of a migration that concerns an index.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The table, without schema and quotes; null where it isn't said.</param>
/// <param name="Name">The index, key or column; null where it isn't said.</param>
internal sealed record MigrationStep(MigrationStepKind Kind, string? Table, string? Name)
{
    public string? NewName { get; init; }

    /// <summary>The columns of a new index, leading column first.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public bool IsUnique { get; init; }

    public bool IsKey { get; init; }

    /// <summary>The filter's SQL, empty where it isn't known, null where there is none.</summary>
    public string? Filter { get; init; }

    public string? Method { get; init; }

    /// <summary>Descending flags per column; empty for all; null for none.</summary>
    public IReadOnlyList<bool>? Descending { get; init; }

    /// <summary>Annotations, as <c>CreateIndex(…).Annotation(name, value)</c> has them.</summary>
    public IReadOnlyList<(string Name, FluentExpression Value)> Annotations { get; init; } = [];
}
