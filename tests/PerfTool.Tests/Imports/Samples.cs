namespace PerfTool.Tests.Imports;

/// <summary>Files of other tools, in the shapes that they write.</summary>
internal static class Samples
{
    /// <summary>k6 run --summary-export: true means that the threshold failed.</summary>
    public static string K6Export(bool isBroken = false, string median = "152.79", string count = "\"count\": 4500,") => $$"""
        {
          "metrics": {
            "http_req_duration": { "avg": 202.9, {{count}} "max": 408.6, "med": {{median}}, "min": 132.2, "p(90)": 280.8, "p(95)": 320.5, "thresholds": { "p(95)<500": {{(isBroken ? "true" : "false")}} } },
            "http_req_duration{name:conversations.list}": { "avg": 90.1, {{count}} "max": 300.1, "med": 80.5, "min": 40.2, "p(90)": 120.8, "p(95)": 450.5 },
            "http_req_blocked": { "avg": 0.01, "max": 3.1, "med": 0, "min": 0, "p(90)": 0, "p(95)": 0 },
            "http_req_failed": { "passes": 0, "fails": 4500, "value": 0 },
            "http_reqs": { "count": 4500, "rate": 150 }
          },
          "root_group": { "name": "", "path": "", "id": "d41d8cd98f00b204e9800998ecf8427e", "groups": {}, "checks": {} }
        }
        """;

    /// <summary>What k6 hands to handleSummary: ok means that the threshold passed.</summary>
    public static string K6HandleSummary(bool isOk = true) => $$"""
        {
          "root_group": { "name": "", "path": "", "id": "d41d8cd98f00b204e9800998ecf8427e", "groups": [], "checks": [] },
          "options": { "summaryTrendStats": ["med", "p(95)", "p(99)", "count"] },
          "state": { "isStdOutTTY": false, "testRunDurationMs": 30069.1 },
          "metrics": {
            "http_req_duration": { "type": "trend", "contains": "time", "values": { "med": 152.79, "p(95)": 320.5, "p(99)": 401.2, "count": 4500 }, "thresholds": { "p(95)<500": { "ok": {{(isOk ? "true" : "false")}} } } },
            "payload": { "type": "trend", "contains": "data", "values": { "med": 1000, "count": 4500 } },
            "http_req_failed": { "type": "rate", "contains": "default", "values": { "rate": 0, "passes": 0, "fails": 4500 }, "thresholds": { "rate<0.01": { "ok": true } } }
          }
        }
        """;

    /// <summary>k6's machine-readable summary.</summary>
    public const string K6MachineReadable = """
        {
          "config": { "duration": 30.1, "execution": "local", "script": "load.js" },
          "metadata": { "generatedAt": "2026-03-01T12:00:00Z", "k6Version": "1.5.0" },
          "results": {
            "checks": { "metrics": [], "results": [] },
            "metrics": [
              { "name": "http_req_duration", "type": "trend", "contains": "time", "values": { "avg": 202.9, "max": 408.6, "med": 152.79, "min": 132.2, "p(90)": 280.8, "p(95)": 320.5 } },
              { "name": "http_reqs", "type": "counter", "contains": "default", "values": { "count": 4500 } }
            ]
          },
          "version": "1.0.0"
        }
        """;

    /// <summary>BenchmarkDotNet's full report.</summary>
    public static string BenchmarkDotNet(double factor = 1, long allocated = 72, string second = "null")
    {
        var values = string.Join(", ", Enumerable.Range(0, 15).Select(i => FormattableString.Invariant($"{(1000 + i) * factor}")));
        return $$"""
            {
              "Title": "Shop.Benchmarks-20260301-120000",
              "HostEnvironmentInfo": { "BenchmarkDotNetVersion": "0.15.8", "ProcessorName": "AMD EPYC", "LogicalCoreCount": 2, "Architecture": "X64" },
              "Benchmarks": [
                {
                  "DisplayInfo": "CartBench.Totals: DefaultJob", "Namespace": "Shop", "Type": "CartBench", "Method": "Totals", "MethodTitle": "Totals", "Parameters": "", "FullName": "Shop.CartBench.Totals",
                  "Statistics": { "OriginalValues": [{{values}}], "N": 15, "Min": {{1000 * factor}}, "Q1": {{1003 * factor}}, "Median": {{1007 * factor}}, "Mean": {{1007 * factor}}, "Percentiles": { "P0": {{1000 * factor}}, "P95": {{1013 * factor}}, "P100": {{1014 * factor}} } },
                  "Memory": { "Gen0Collections": 0, "TotalOperations": 524288, "BytesAllocatedPerOperation": {{allocated}} },
                  "Measurements": []
                },
                { "DisplayInfo": "CartBench.Breaks: DefaultJob", "FullName": "Shop.CartBench.Breaks", "Statistics": {{second}} }
              ]
            }
            """;
    }
}
