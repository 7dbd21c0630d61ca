namespace PerfAnalyzers.Queries.Elements;

/// <summary>What one element of a query, or a member of it, stands for in the database.</summary>
internal abstract record Element
{
    /// <summary>The tables that the element's value comes from.</summary>
    public abstract TableSet Tables { get; }

    /// <summary>What the member <paramref name="name"/> of this element stands for.</summary>
    public abstract Element Member(string name);
}
