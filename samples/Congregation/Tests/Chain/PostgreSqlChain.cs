using Congregation.Data;

namespace Congregation.Tests.Chain;

public sealed class PostgreSqlChain : MonitoringChain
{
    private protected override MonitoredApi CreateApi() => new(DatabaseProvider.PostgreSql, PostgreSqlFactAttribute.NewDatabase());
}
