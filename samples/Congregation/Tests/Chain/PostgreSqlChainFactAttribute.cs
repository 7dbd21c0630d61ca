using PerfTooling.Shared;

namespace Congregation.Tests.Chain;

/// <summary>Runs where there is a PostgreSQL server, and Prometheus and Alertmanager are installed.</summary>
internal sealed class PostgreSqlChainFactAttribute : FactAttribute
{
    public PostgreSqlChainFactAttribute() => Skip = new PostgreSqlFactAttribute().Skip ?? new PrometheusFactAttribute().Skip;
}
