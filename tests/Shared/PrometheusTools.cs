namespace PerfTooling.Shared;

/// <summary>Programs of the Debian packages prometheus and prometheus-alertmanager.</summary>
internal static class PrometheusTools
{
    public const string Prometheus = "/usr/bin/prometheus";
    public const string Alertmanager = "/usr/bin/prometheus-alertmanager";
    public const string Promtool = "/usr/bin/promtool";
    public const string Amtool = "/usr/bin/amtool";

    public static bool AreInstalled => new[] { Prometheus, Alertmanager, Promtool, Amtool }.All(File.Exists);
}
