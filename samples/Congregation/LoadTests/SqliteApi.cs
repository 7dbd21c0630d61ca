using Congregation.Data;

namespace Congregation.LoadTests;

public sealed class SqliteApi() : LiveApi(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(Path.GetTempPath(), $"congregation-load-{Guid.NewGuid():n}.db")}");
