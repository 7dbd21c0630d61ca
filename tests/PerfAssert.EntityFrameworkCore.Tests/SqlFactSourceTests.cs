using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PerfAssert.EntityFrameworkCore.Tests.Shop;
using PerfTooling.Shared;

namespace PerfAssert.EntityFrameworkCore.Tests;

/// <summary>What the engine gets to hear of one call of a perf test.</summary>
public sealed class SqlFactSourceTests : IClassFixture<SqliteShop>, IClassFixture<PostgreSqlShop>, IDisposable
{
    private readonly SqliteShop _shop;
    private readonly PostgreSqlShop _postgreSql;
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"perfassert-{Guid.NewGuid():n}.db");

    public SqlFactSourceTests(SqliteShop shop, PostgreSqlShop postgreSql)
    {
        _shop = shop;
        _postgreSql = postgreSql;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    [Fact]
    public void Commands_rows_and_the_most_repeated_statement_are_counted()
    {
        var reading = Count(_shop, db =>
        {
            foreach (var customer in db.Customers.ToList())
                _ = db.Orders.Where(order => order.CustomerId == customer.Id).ToList();
        });
        Assert.Equal((6, 25, 5), (reading.Counts[ExactFact.SqlCommands], reading.Counts[ExactFact.SqlRows], reading.Counts[ExactFact.SqlSameStatement]));
    }

    [Fact]
    public void Statements_are_told_and_an_N_plus_1_is_called_so()
    {
        var reading = Count(_shop, db =>
        {
            foreach (var customer in db.Customers.ToList())
                _ = db.Orders.Where(order => order.CustomerId == customer.Id).Select(order => order.Id).ToList();
        });
        Assert.Equal("""5 × SELECT "o"."Id" FROM "Orders" AS "o" WHERE "o"."CustomerId" = ?    (N+1? the same statement 5 times)""", reading.Details[ExactFact.SqlCommands][0]);
    }

    [Fact]
    public void Full_scans_are_counted_only_where_they_are_limited() =>
        Assert.DoesNotContain(ExactFact.SqlFullScans, Count(_shop, db => db.Lines.ToList()).Counts.Keys);

    [Fact]
    public void Full_scans_are_found_on_a_connection_that_stays_open() =>
        Assert.Equal(1, Count(_shop, db => db.Lines.ToList(), ExactFact.SqlFullScans).Counts[ExactFact.SqlFullScans]);

    [Fact]
    public void Full_scans_are_found_on_a_connection_that_EF_Core_closes()
    {
        var reading = CountInFile(db => db.Customers.Where(customer => customer.City == "Oslo").ToList());
        Assert.Equal((1, 0), (reading.Counts[ExactFact.SqlFullScans], reading.Unknown.Count));
    }

    [Fact]
    public void A_statement_that_is_sent_often_is_one_full_scan()
    {
        var reading = CountInFile(db => Enumerable.Range(0, 5).Select(i => db.Customers.Where(customer => customer.City == "City " + i).ToList()).ToList());
        Assert.Equal((5, 1), (reading.Counts[ExactFact.SqlCommands], reading.Counts[ExactFact.SqlFullScans]));
    }

    [Fact]
    public void A_call_that_seeks_and_saves_has_no_full_scan()
    {
        var reading = CountInFile(db =>
        {
            db.Add(new Customer { Email = Guid.NewGuid().ToString() });
            db.SaveChanges();
            _ = db.Customers.FirstOrDefault(customer => customer.Email == "a");
        });
        Assert.Equal((0, 0), (reading.Counts[ExactFact.SqlFullScans], reading.Unknown.Count));
    }

    [Fact]
    public void Explaining_is_not_counted_itself() => Assert.Equal(1, CountInFile(db => db.Customers.ToList()).Counts[ExactFact.SqlCommands]);

    [Fact]
    public void A_full_scan_is_told_with_plan_and_index()
    {
        var lines = CountInFile(db => db.Customers.Where(customer => customer.City == "Oslo").ToList()).Details[ExactFact.SqlFullScans];
        Assert.Equal(
            ["query  SELECT \"c\".\"Id\", \"c\".\"City\", \"c\".\"Email\" FROM \"Customers\" AS \"c\" WHERE \"c\".\"City\" = 'Oslo'", "plan   └─ SCAN c  ← reads all of Customers", "index  on Customers (City): modelBuilder.Entity<Customer>().HasIndex(x => x.City);"],
            lines);
    }

    [Fact]
    public void While_a_result_is_being_read_nothing_is_explained()
    {
        using var db = _shop.Context();
        using var scope = new SqlFactSource().Start([ExactFact.SqlFullScans]);
        using var reading = db.Lines.AsEnumerable().GetEnumerator();
        reading.MoveNext();
        Assert.Contains("still being read", scope.Stop().Unknown[ExactFact.SqlFullScans], StringComparison.Ordinal);
    }

    [Fact]
    public void Several_statements_in_a_command_are_unknown_and_not_executed_again()
    {
        var reading = CountInFile(db => db.Database.ExecuteSqlRaw("UPDATE Customers SET City = City || '!'; UPDATE Customers SET City = City || '?'"));
        Assert.Contains("several statements", reading.Unknown[ExactFact.SqlFullScans], StringComparison.Ordinal);
        using var db = new ShopContext(FileOptions());
        Assert.Equal("Oslo!?", db.Customers.Single().City);
    }

    [PostgreSqlFact]
    public async Task On_PostgreSQL_full_scans_are_found_on_a_connection_that_EF_Core_closes()
    {
        _ = _postgreSql.Connection;
        var options = new DbContextOptionsBuilder<ShopContext>().UseNpgsql(_postgreSql.ConnectionString).Options;
        using var scope = new SqlFactSource().Start([ExactFact.SqlFullScans]);
        await using (var db = new ShopContext(options))
        {
            _ = await db.Customers.Where(customer => customer.City == "Oslo").ToListAsync();
            _ = await db.Customers.Where(customer => customer.Email == "a").ToListAsync();
        }

        var reading = scope.Stop();
        Assert.Equal((1, 0), (reading.Counts[ExactFact.SqlFullScans], reading.Unknown.Count));
    }

    private static FactReading Count(ShopDatabase shop, Action<ShopContext> call, params ExactFact[] limited)
    {
        using var scope = new SqlFactSource().Start(limited);
        using (var db = shop.Context())
            call(db);
        return scope.Stop();
    }

    private FactReading CountInFile(Action<ShopContext> call)
    {
        using (var db = new ShopContext(FileOptions()))
        {
            db.Database.EnsureCreated();
            db.Add(new Customer { Email = "c", City = "Oslo" });
            db.SaveChanges();
        }

        using var scope = new SqlFactSource().Start([ExactFact.SqlFullScans]);
        using (var db = new ShopContext(FileOptions()))
            call(db);
        return scope.Stop();
    }

    private DbContextOptions<ShopContext> FileOptions() => new DbContextOptionsBuilder<ShopContext>().UseSqlite($"Data Source={_file}").Options;
}
