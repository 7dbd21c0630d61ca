using System.Collections.Immutable;

namespace PerfAssert.Loads.Scenarios;

/// <summary>One request of a scenario, and what is expected of its answer.</summary>
public sealed record LoadScenarioStep
{
    /// <summary>What reports call it; without a name in the file, method and path.</summary>
    public required string Name { get; init; }

    /// <summary>The HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query, from the first slash on; variables are percent-encoded.</summary>
    public required LoadText Path { get; init; }

    /// <summary>Headers by name; <c>Content-Type</c> is not among them, for a body is JSON.</summary>
    public ImmutableSortedDictionary<string, LoadText> Headers { get; init; } = ImmutableSortedDictionary<string, LoadText>.Empty;

    /// <summary>The body as JSON; null for none.</summary>
    public LoadText? Body { get; init; }

    /// <summary>The status that the answer must have, from 100 to 599; null for any from 200 to 299.</summary>
    public int? Status { get; init; }

    /// <summary>Values that the answer must have: the variable, and where it is found. They are texts, numbers or booleans.</summary>
    public ImmutableSortedDictionary<string, LoadValuePath> Extract { get; init; } = ImmutableSortedDictionary<string, LoadValuePath>.Empty;

    internal IEnumerable<LoadText> Texts => Body is null ? [Path, .. Headers.Values] : [Path, .. Headers.Values, Body];

    /// <summary>Whether a status is the expected one.</summary>
    internal bool Expects(int status) => Status is { } one ? status == one : status is >= 200 and <= 299;
}
