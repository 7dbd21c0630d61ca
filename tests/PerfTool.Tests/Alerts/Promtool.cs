using PerfTooling.Shared;
using System.Diagnostics;
using PerfTool.Files;

namespace PerfTool.Tests.Alerts;

/// <summary>Asks Prometheus' own tools.</summary>
internal static class Promtool
{
    /// <summary>The alerts that fire at a moment while series go on as written in promtool's notation: a value each minute.</summary>
    /// <param name="rules">A rule file's text.</param>
    /// <param name="minute">The moment.</param>
    /// <param name="expected">Name, severity and, where there is one, the operation or channel of each alert that fires; nothing else may.</param>
    /// <param name="series">Series and their values.</param>
    public static void AssertFires(string rules, int minute, IReadOnlyCollection<(string Alert, string Severity, string? By)> expected, params (string Series, string Values)[] series)
    {
        using var folder = new TemporaryFolder();
        folder.Write("rules.yml", rules);

        // Alerts' labels and annotations have to be given in full, so that the alerts are asked for as the series they are.
        folder.Write("test.yml", Yaml.Write(Yaml.Map(
            ("rule_files", new[] { "rules.yml" }),
            ("evaluation_interval", "1m"),
            ("tests", new[]
            {
                Yaml.Map(
                    ("interval", "1m"),
                    ("input_series", series.Select(one => Yaml.Map(("series", one.Series), ("values", one.Values))).ToList()),
                    ("promql_expr_test", new[]
                    {
                        Yaml.Map(
                            ("expr", "count by (alertname, severity, operation, channel) (ALERTS{alertstate=\"firing\"})"),
                            ("eval_time", $"{minute}m"),
                            ("exp_samples", expected.Select(alert => Yaml.Map(("labels", Labels(alert)), ("value", 1))).ToList())),
                    })),
            }))));
        Run(PrometheusTools.Promtool, folder.Path, "test", "rules", "test.yml");
    }

    /// <summary>Runs one of the tools, which must be content.</summary>
    /// <returns>What it said.</returns>
    public static string Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }

    private static string Labels((string Alert, string Severity, string? By) alert)
    {
        var by = alert.By is null ? "" : $",{(alert.Alert.StartsWith("Delivery", StringComparison.Ordinal) ? "channel" : "operation")}=\"{alert.By}\"";
        return $"{{alertname=\"{alert.Alert}\",severity=\"{alert.Severity}\"{by}}}";
    }
}
