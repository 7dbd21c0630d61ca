using System.Collections.Immutable;

namespace PerfAssert.Loads.Scenarios;

/// <summary>A text with places for values: <c>/conversations/{{conversation}}</c>.</summary>
/// <param name="Parts">Its parts, in order.</param>
public sealed record LoadText(ImmutableArray<LoadTextPart> Parts)
{
    /// <summary>As the file has it.</summary>
    public override string ToString() => string.Concat(Parts);
}
