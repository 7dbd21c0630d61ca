namespace PerfTooling.Shared;

/// <summary>Runs where Prometheus and Alertmanager are installed. In CI, which skips nothing, it runs and fails where they aren't.</summary>
internal sealed class PrometheusFactAttribute : FactAttribute
{
    public PrometheusFactAttribute()
    {
        if (!PrometheusTools.AreInstalled && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "Prometheus and Alertmanager aren't installed (Debian: prometheus, prometheus-alertmanager).";
    }
}
