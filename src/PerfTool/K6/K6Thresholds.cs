using System.Globalization;
using PerfAssert.Loads;
using PerfBudgets;

namespace PerfTool.K6;

/// <summary>What k6 itself holds a run against: the budget's critical limits, and that everything was asked and answered.</summary>
internal static class K6Thresholds
{
    /// <summary>Metrics, and their limits.</summary>
    public static IEnumerable<(string Metric, IReadOnlyList<string> Limits)> Of(K6Export export)
    {
        var latency = Latency(export.Budget).ToArray();
        if (latency.Length > 0)
            yield return (Metric(export), latency);
        yield return ($"http_req_failed{{operation:{export.Operation}}}", ["rate==0"]);
        yield return ($"checks{{operation:{export.Operation}}}", ["rate==1"]);
        if (export.Profile.Model == LoadModel.Open)
            yield return ($"dropped_iterations{{operation:{export.Operation}}}", ["count==0"]);
    }

    /// <summary>One request is its own operation; several are together, and k6 knows only the iteration's time for that.</summary>
    private static string Metric(K6Export export) =>
        export.Scenario.Steps.Length == 1 ? $"http_req_duration{{operation:{export.Operation},expected_response:true}}" : $"iteration_duration{{operation:{export.Operation}}}";

    private static IEnumerable<string> Latency(OperationBudget? budget)
    {
        foreach (var (percentile, limits) in new[] { ("p(50)", budget?.P50), ("p(95)", budget?.P95), ("p(99)", budget?.P99) })
        {
            if (limits?.Critical is { } critical)
                yield return string.Create(CultureInfo.InvariantCulture, $"{percentile}<{critical.Nanoseconds / 1_000_000m:0.############}");
        }
    }
}
