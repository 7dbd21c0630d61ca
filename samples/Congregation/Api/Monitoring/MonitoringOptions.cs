namespace Congregation.Api.Monitoring;

/// <summary>Where metrics go; nowhere unless configured.</summary>
internal sealed class MonitoringOptions
{
    /// <summary>Whether <c>/metrics</c> is there to be scraped.</summary>
    public bool Prometheus { get; set; }

    public OtlpOptions Otlp { get; set; } = new();

    internal sealed class OtlpOptions
    {
        /// <summary>With its path, such as <c>https://otlp.nr-data.net/v1/metrics</c>; empty for none.</summary>
        public string Endpoint { get; set; } = "";

        /// <summary>Goes out as the <c>api-key</c> header. Keep it out of files: set <c>Monitoring__Otlp__ApiKey</c>.</summary>
        public string ApiKey { get; set; } = "";
    }
}
