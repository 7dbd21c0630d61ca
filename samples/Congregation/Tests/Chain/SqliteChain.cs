using Congregation.Data;

namespace Congregation.Tests.Chain;

public sealed class SqliteChain : MonitoringChain
{
    private protected override MonitoredApi CreateApi() => new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(Folder, "congregation.db")};Pooling=False");
}
