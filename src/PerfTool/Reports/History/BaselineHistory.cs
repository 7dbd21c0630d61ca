namespace PerfTool.Reports.History;

/// <summary>What git remembers of baselines.</summary>
/// <param name="Tests">The points of a test on a machine, oldest first, by <see cref="Key"/>.</param>
/// <param name="Notes">What could not be read, a line each.</param>
internal sealed record BaselineHistory(IReadOnlyDictionary<string, IReadOnlyList<HistoryPoint>> Tests, IReadOnlyList<string> Notes)
{
    /// <summary>Nothing.</summary>
    public static BaselineHistory None { get; } = new(new Dictionary<string, IReadOnlyList<HistoryPoint>>(), []);

    /// <summary>Times of two machines make no history.</summary>
    public static string Key(string testKey, string machine) => $"{testKey}\n{machine}";
}
