using System.Collections.Immutable;

namespace PerfAssert.Loads;

/// <summary>Failures by kind. Kinds that change from request to request must not fill the memory: from the twenty-first on they are one.</summary>
internal sealed class ErrorTally
{
    public const int MaxKinds = 20;

    public const string OtherKind = "other";

    private const int MaxExampleLength = 1_000;

    private readonly Dictionary<string, LoadErrors> _errors = new(StringComparer.Ordinal);

    /// <summary>How many there were of all kinds.</summary>
    public long Count { get; private set; }

    public void Add(string kind, string example)
    {
        Count++;
        var key = _errors.ContainsKey(kind) || _errors.Count < MaxKinds ? kind : OtherKind;
        _errors[key] = _errors.TryGetValue(key, out var known)
            ? known with { Count = known.Count + 1 }
            : new LoadErrors(key, 1, example.Length <= MaxExampleLength ? example : example[..MaxExampleLength]);
    }

    public ImmutableArray<LoadErrors> ToSorted() => [.. _errors.Values.OrderByDescending(errors => errors.Count).ThenBy(errors => errors.Kind, StringComparer.Ordinal)];
}
