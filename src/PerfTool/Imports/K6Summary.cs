using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PerfTool.Results;

namespace PerfTool.Imports;

/// <summary>
/// k6's three summaries. --summary-export: values beside "thresholds", in which true means that the threshold FAILED
/// (https://github.com/grafana/k6/issues/1498). handleSummary: "values", and thresholds with "ok". The machine-readable one: "version", metrics
/// in a list under "results", no thresholds and no sample counts. Times are in milliseconds in all three.
/// </summary>
internal static partial class K6Summary
{
    /// <summary>The tool's name.</summary>
    public const string Tool = "k6";

    private const double NanosecondsAMillisecond = 1e6;

    /// <summary>Phases of a request: near 0 and full of noise, and the request's own time has them in it. Imported only with a threshold of their own.</summary>
    private static readonly string[] s_phases = ["http_req_blocked", "http_req_connecting", "http_req_tls_handshaking", "http_req_sending", "http_req_waiting", "http_req_receiving"];

    /// <summary>What k6 itself measures in milliseconds: --summary-export does not tell what a metric is of.</summary>
    private static readonly string[] s_times = [.. s_phases, "http_req_duration", "iteration_duration", "group_duration", "grpc_req_duration", "ws_connecting", "ws_session_duration", "ws_ping"];

    /// <summary>Reads a summary; null where it is none.</summary>
    public static Imported? Read(JsonElement root)
    {
        var json = (JsonElement?)root;
        var isMachineReadable = json.Member("version") is not null && json.Member("results") is not null;
        var metrics = isMachineReadable
            ? json.Member("results").Member("metrics").Items().Select(metric => Metric(metric.Member("name").Text() ?? "", metric))
            : json.Member("metrics").Members().Select(metric => Metric(metric.Name, metric.Value));
        ImportedMetric[] known = [.. metrics.OfType<ImportedMetric>().DistinctBy(metric => metric.Name).OrderBy(metric => metric.Name, StringComparer.Ordinal)];
        var hasCounts = known.Any(metric => metric.Times?.Samples is not null);
        var notes = new List<string>();
        if (known.Any(metric => metric.Times is not null) && !hasCounts)
            notes.Add("The summary has no sample counts, so it is held against absolute budgets only" + (isMachineReadable ? "." : ": add 'count' to summaryTrendStats for baselines."));
        if (isMachineReadable)
            notes.Add("The machine-readable summary has no thresholds: what k6 itself failed, its exit code tells.");
        var when = DateTime.TryParse(json.Member("metadata").Member("generatedAt").Text(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date) ? date : (DateTime?)null;
        return new Imported(Tool, null, when, known, notes);
    }

    private static ImportedMetric? Metric(string name, JsonElement? metric)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        // In handleSummary the values stand apart from what is said of them.
        var values = metric.Member("values") ?? metric;
        var plain = name.Split('{', 2)[0];
        var thresholds = metric.Member("thresholds").Members().Select(Threshold).OfType<(string, bool)>().ToArray();
        var contains = metric.Member("contains").Text();
        var isTime = contains is null ? s_times.Contains(plain) || plain.StartsWith("browser_", StringComparison.Ordinal) : contains == "time";
        var times = isTime && Milliseconds("med", "p(50)") is { } median
            ? new Figures { Min = Milliseconds("min"), P50 = median, P95 = Milliseconds("p(95)"), P99 = Milliseconds("p(99)"), PercentilesOf = "calls", Samples = (long?)values.Member("count").Number() }
            : null;
        if (thresholds.Length == 0 && (times is null || s_phases.Contains(plain)))
            return null;
        return new ImportedMetric
        {
            Name = name, Times = times, Thresholds = thresholds,
            OperationNames = [name, .. TagPattern().Matches(name).Select(match => match.Groups[1].Value)],
        };

        double? Milliseconds(params string[] names) => names.Select(one => values.Member(one).Number()).FirstOrDefault(value => value is not null) * NanosecondsAMillisecond;
    }

    private static (string, bool)? Threshold((string Name, JsonElement? Value) threshold) => threshold.Value switch
    {
        // The export's boolean says whether it was broken.
        { ValueKind: JsonValueKind.True } => (threshold.Name, false),
        { ValueKind: JsonValueKind.False } => (threshold.Name, true),
        var of => of.Member("ok") switch
        {
            { ValueKind: JsonValueKind.True } => (threshold.Name, true),
            { ValueKind: JsonValueKind.False } => (threshold.Name, false),
            _ => null,
        },
    };

    [GeneratedRegex("[{,] *(?:name|operation): *([^,}]+)", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
