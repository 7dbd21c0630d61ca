namespace PerfAnalyzers.Queries.Elements;

/// <summary>A row of a table, or what a member path leads to from there: a column, a row of another table, a collection.</summary>
/// <param name="Table">The table: an index into the tables of the query.</param>
/// <param name="Path">The member path, empty for the row itself.</param>
internal sealed record PathElement(int Table, string Path) : Element
{
    public override TableSet Tables => TableSet.Of(Table);

    public override Element Member(string name) => this with { Path = Path.Length == 0 ? name : Path + "." + name };
}
