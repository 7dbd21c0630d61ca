using System.Text.Json;

namespace Congregation.Tests.QueryPlans;

/// <summary>The findings of the build of Congregation.Data, as the compiler logged them (SARIF 2.1).</summary>
public static class BuildLog
{
    // The rules that say "no index can seek this": PERF104 speaks of queries that do seek.
    private static readonly string[] ScanRules = ["PERF101", "PERF102"];

    public static IReadOnlyList<IndexWarning> ScanWarnings { get; } = Read();

    private static List<IndexWarning> Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "perf.sarif");
        using var log = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. from result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
               where ScanRules.Contains(result.GetProperty("ruleId").GetString())
               let place = result.GetProperty("locations")[0].GetProperty("physicalLocation")
               select new IndexWarning(
                   result.GetProperty("ruleId").GetString()!,
                   result.GetProperty("properties").GetProperty("customProperties").GetProperty("entity").GetString()!,
                   Path.GetFileName(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!),
                   place.GetProperty("region").GetProperty("startLine").GetInt32(),
                   result.GetProperty("message").GetProperty("text").GetString()!),
        ];
    }
}
