namespace PerfAnalyzers.Queries.Elements;

/// <summary>A value that isn't understood: computed, grouped, aggregated.</summary>
internal sealed record UnknownElement(TableSet From) : Element
{
    public override TableSet Tables => From;

    public override Element Member(string name) => this;
}
