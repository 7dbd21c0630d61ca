using System.Collections.Immutable;

namespace PerfAnalyzers.Queries.Elements;

/// <summary>An object that a projection makes of several values: an anonymous type, a DTO.</summary>
internal sealed record CompositeElement(ImmutableDictionary<string, Element> Members) : Element
{
    public override TableSet Tables { get; } = Members.Values.Aggregate(TableSet.None, (tables, member) => tables | member.Tables);

    public override Element Member(string name) => Members.TryGetValue(name, out var member) ? member : new UnknownElement(Tables);
}
