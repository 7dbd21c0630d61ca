using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PerfTool.Reports.History;
using PerfTool.Results;

namespace PerfTool.Reports.Html;

/// <summary>Gathers what the page's charts draw. Figures only: names are set as text by the library, never as HTML.</summary>
internal sealed class PageCharts
{
    // The default encoder escapes <, > and &, so that no name ends the block that the JSON stands in.
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly List<Distribution> _distributions = [];
    private readonly List<History> _histories = [];

    /// <summary>Whether there is nothing to draw.</summary>
    public bool IsEmpty => _distributions.Count + _histories.Count == 0;

    /// <summary>Adds a section's distributions; returns the element's id, or null where no test has times.</summary>
    public string? AddDistribution(ReportSection section)
    {
        var rows = section.Tests
            .Select(test => new Row(TestWords.Short(test), Five(test.Comparison?.Reference ?? test.Baseline), Five(test.Comparison?.Now ?? test.Now)))
            .Where(row => row.Now is not null).ToArray();
        if (rows.Length == 0)
            return null;
        var id = string.Create(CultureInfo.InvariantCulture, $"distribution-{_distributions.Count}");
        _distributions.Add(new Distribution(id, section.File.Base is null ? "baseline" : "base", rows));
        return id;
    }

    /// <summary>Adds a test's history; returns the element's id.</summary>
    public string AddHistory(IReadOnlyList<HistoryPoint> points)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"history-{_histories.Count}");
        _histories.Add(new History(id, [.. points.Select(point => new Point(point.When.ToUnixTimeMilliseconds(), point.Commit, point.Subject, point.P50, point.P95, point.P99))]));
        return id;
    }

    /// <summary>JSON that may stand in a script element.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { distributions = _distributions, histories = _histories }, s_options);

    /// <summary>Fastest, p25, p50, p95, p99: what is missing takes its neighbour's place, and a logarithmic scale has no zero.</summary>
    private static double[]? Five(Figures? figures)
    {
        if (figures is not { P50: { } p50 })
            return null;
        var (p25, p95) = (figures.P25 ?? p50, figures.P95 ?? p50);
        return [.. new[] { figures.Min ?? p25, p25, p50, p95, figures.P99 ?? p95 }.Select(value => Math.Max(0.01, value)).Order()];
    }

    private sealed record Distribution(string Id, string Then, Row[] Rows);

    private sealed record Row(string Name, double[]? Then, double[]? Now);

    private sealed record History(string Id, Point[] Points);

    private sealed record Point(long When, string Commit, string Subject, double P50, double? P95, double? P99);
}
