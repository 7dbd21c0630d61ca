using System.Globalization;

namespace PerfAssert.Facts;

/// <summary>A fact over all the calls that were counted.</summary>
/// <param name="Fact">Which.</param>
/// <param name="Fewest">The lowest count of a call.</param>
/// <param name="Most">The highest.</param>
internal sealed record CountedFact(ExactFact Fact, long Fewest, long Most)
{
    /// <summary>What it consists of, line by line, in the call that had the most.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Why it could not be found out; null where it was.</summary>
    public string? Unknown { get; init; }

    /// <summary>What else is to be said; null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether every call came to the same.</summary>
    public bool IsConstant => Fewest == Most && Unknown is null;

    /// <summary>For example "1 SQL command", "1 to 3 SQL commands".</summary>
    public string Words => Fewest == Most ? Fact.Words(Most) : string.Create(CultureInfo.InvariantCulture, $"{Fewest:#,0} to {Fact.Words(Most)}");

    /// <summary>
    /// Brings the readings of several calls together. What happened outside the test's async flow is the test's own where every call came with
    /// the same number of it: then the flow was cut on the way, and nothing else was at work. Otherwise it is a background service's.
    /// </summary>
    public static CountedFact Of(ExactFact fact, IReadOnlyList<FactReading> readings)
    {
        var inside = readings.Select(reading => reading.Counts.GetValueOrDefault(fact)).ToArray();
        var outside = readings.Select(reading => reading.Outside.GetValueOrDefault(fact)).ToArray();
        var isOwn = outside.Distinct().Count() == 1;
        var counts = isOwn ? inside.Zip(outside, (own, other) => own + other).ToArray() : inside;
        var most = Array.IndexOf(counts, counts.Max());
        var stray = !isOwn && inside.All(count => count == 0)
            ? $"all of them, {outside.Min()} to {outside.Max()} a call, were outside the test's async flow, as behind ASP.NET Core's TestServer unless its PreserveExecutionContext is true"
            : null;
        var cut = readings.All(reading => reading.HasOutside) ? readings[0].NotCountedOutside.GetValueOrDefault(fact) : null;
        return new CountedFact(fact, counts.Min(), counts.Max())
        {
            Details = readings[most].Details.GetValueOrDefault(fact) ?? [],
            Unknown = readings.Select(reading => reading.Unknown.GetValueOrDefault(fact)).FirstOrDefault(reason => reason is not null) ?? stray ?? cut,
            Note = !isOwn && stray is null ? string.Create(CultureInfo.InvariantCulture, $"up to {fact.Words(outside.Max())} outside the test's async flow not counted") : null,
        };
    }
}
