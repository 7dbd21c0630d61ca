namespace PerfAssert;

/// <summary>What one call of a test came to.</summary>
public sealed record FactReading
{
    /// <summary>The facts counted.</summary>
    public required IReadOnlyDictionary<ExactFact, long> Counts { get; init; }

    /// <summary>What was counted in the same time outside the test's async flow: another thread's, or the test's own where the flow was cut.</summary>
    public IReadOnlyDictionary<ExactFact, long> Outside { get; init; } = new Dictionary<ExactFact, long>();

    /// <summary>Facts of which it cannot be said what happened outside the flow would add, and why: they are unknown where each call has something outside.</summary>
    public IReadOnlyDictionary<ExactFact, string> NotCountedOutside { get; init; } = new Dictionary<ExactFact, string>();

    /// <summary>Facts that could not be found out, and why, with what to do about it.</summary>
    public IReadOnlyDictionary<ExactFact, string> Unknown { get; init; } = new Dictionary<ExactFact, string>();

    /// <summary>Lines that say what a fact consists of, for whoever must bring it down.</summary>
    public IReadOnlyDictionary<ExactFact, IReadOnlyList<string>> Details { get; init; } = new Dictionary<ExactFact, IReadOnlyList<string>>();

    /// <summary>Set where something may have been missed: after that long a pause in which the code does not run, counting is sure to see all.</summary>
    public TimeSpan? SureAfter { get; init; }

    /// <summary>Whether anything happened outside the flow.</summary>
    internal bool HasOutside => Outside.Values.Any(count => count > 0);

    /// <summary>Whether nothing at all happened, in the flow or outside.</summary>
    internal bool IsEmpty => Counts.Values.All(count => count == 0) && Outside.Values.All(count => count == 0) && Unknown.Count == 0;
}
