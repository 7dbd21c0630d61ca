using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PerfAssert.EntityFrameworkCore.Tests.Shop;

public sealed class SqliteShop : ShopDatabase
{
    // At once, so that no test's recording sees its tables made.
    public SqliteShop() => _ = Connection;

    protected override DbConnection Connect() => new SqliteConnection("Data Source=:memory:");

    protected override DbContextOptions<ShopContext> Options(DbConnection connection) => new DbContextOptionsBuilder<ShopContext>().UseSqlite(connection).Options;
}
