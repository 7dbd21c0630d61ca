namespace PerfAnalyzers.EfModel.References.Sql;

/// <summary>A token of a script.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Value)
{
    /// <summary>True for that keyword.</summary>
    public bool Is(string keyword) => Kind == SqlTokenKind.Word && Value.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    public bool Is(char symbol) => Kind == SqlTokenKind.Symbol && Value[0] == symbol;

    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.Name;
}
