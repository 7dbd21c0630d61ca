namespace PerfAnalyzers.Queries.Elements;

/// <summary>The rows that a <c>GroupJoin</c> found for one outer row.</summary>
/// <param name="Table">The joined table.</param>
/// <param name="Item">What one of the rows stands for.</param>
internal sealed record SequenceElement(int Table, Element Item) : Element
{
    public override TableSet Tables => TableSet.Of(Table);

    public override Element Member(string name) => new UnknownElement(Tables);
}
