using Microsoft.EntityFrameworkCore;
using PerfAssert.EntityFrameworkCore.Tests.Shop;
using PerfAssert.Tests;
using PerfTooling.Shared;

namespace PerfAssert.EntityFrameworkCore.Tests.Plans;

/// <summary>What a developer asserts, and reads when it fails.</summary>
public class QueryPlansTests(SqliteShop sqlite, PostgreSqlShop postgreSql) : IClassFixture<SqliteShop>, IClassFixture<PostgreSqlShop>
{
    [Fact]
    public void A_query_by_an_index_seeks()
    {
        using var db = sqlite.Context();
        QueryPlans.AssertSeeks(db, db.Customers.Where(customer => customer.Email == "a"));
    }

    [Fact]
    public void A_page_in_an_indexs_order_is_no_full_scan_and_no_seek()
    {
        using var db = sqlite.Context();
        var page = db.Orders.OrderBy(order => order.Day).Take(3);
        QueryPlans.AssertNoFullScan(db, page);
        Assert.Throws<QueryPlanException>(() => QueryPlans.AssertSeeks(db, page));
    }

    [Fact]
    public void A_failure_on_SQLite_reads_like_this() => Snapshot.Match(Failure(sqlite, db => db.Orders.Where(order => order.Code == "a" && order.Priority == 2 && order.Customer!.City == "Oslo").OrderBy(order => order.Day)));

    [Fact]
    public void A_failure_of_a_join_on_SQLite_reads_like_this() => Snapshot.Match(Failure(sqlite, db => db.Orders.Where(order => order.Day == 1).SelectMany(order => order.Lines)));

    [Fact]
    public void A_failure_of_an_expression_on_SQLite_reads_like_this() => Snapshot.Match(Failure(sqlite, db => db.Customers.Where(customer => customer.Email.ToLower() == "a")));

    [PostgreSqlFact]
    public void A_failure_on_PostgreSQL_reads_like_this() => Snapshot.Match(Failure(postgreSql, db => db.Orders.Where(order => order.Code == "a" && order.Priority == 2 && order.Customer!.City == "Oslo").OrderBy(order => order.Day)));

    [Theory]
    [InlineData("city", "on Customers (City): modelBuilder.Entity<Customer>().HasIndex(x => x.City);")]
    [InlineData("code and a range", "on Orders (Code, Priority): modelBuilder.Entity<Order>().HasIndex(x => new { x.Code, x.Priority });")]
    [InlineData("code in the order of days", "on Orders (Code, Day): modelBuilder.Entity<Order>().HasIndex(x => new { x.Code, x.Day });")]
    [InlineData("joined", "on Lines (OrderId): modelBuilder.Entity<Line>().HasIndex(x => x.OrderId);")]
    [InlineData("another table's filter", "on Customers (City): modelBuilder.Entity<Customer>().HasIndex(x => x.City);")]
    [InlineData("either or", "none by itself: nothing that Orders is filtered by is a plain comparison of a column with a value, joined by AND")]
    [InlineData("an index that is there", "none by itself: nothing that Customers is filtered by is a plain comparison of a column with a value, joined by AND")]
    [InlineData("all", "none: the query has no filter on Lines, and asks for every row")]
    public void A_failure_names_the_index_that_would_help(string query, string index) =>
        Assert.EndsWith("index  " + index, Failure(sqlite, db => query switch
        {
            "city" => db.Customers.Where(customer => customer.City == "Oslo"),
            "code and a range" => db.Orders.Where(order => order.Code == "a" && order.Priority > 2),
            "code in the order of days" => db.Orders.Where(order => order.Code == "a").OrderBy(order => order.Day),
            "joined" => db.Orders.Where(order => order.Day == 1).SelectMany(order => order.Lines),
            "another table's filter" => db.Customers.Where(customer => customer.City == "Oslo").SelectMany(customer => customer.Orders),
            "either or" => db.Orders.Where(order => order.Code == "a" || order.Priority == 3),
            "an index that is there" => db.Customers.Where(customer => customer.City.ToLower() == "oslo").SelectMany(_ => db.Orders.Where(order => order.Day == 1)),
            _ => db.Lines,
        }), StringComparison.Ordinal);

    /// <summary>The advice is put to the test: with it, the query seeks.</summary>
    [Fact]
    public void The_index_that_would_help_helps()
    {
        using var shop = new SqliteShop();
        using var db = shop.Context();
        var query = db.Orders.Where(order => order.Code == "a").OrderBy(order => order.Day);
        Assert.Throws<QueryPlanException>(() => QueryPlans.AssertSeeks(db, query));
        db.Database.ExecuteSqlRaw("CREATE INDEX advised ON Orders (Code, Day)");
        QueryPlans.AssertSeeks(db, query);
        Assert.DoesNotContain("TEMP B-TREE", QueryPlans.Explain(db, query).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorded_query_that_ends_in_First_can_be_looked_at()
    {
        using var sql = SqlRecording.Start();
        using var db = sqlite.Context();
        _ = db.Customers.FirstOrDefault(customer => customer.City == "Bergen");
        Assert.Contains("Customers is read from end to end", Assert.Throws<QueryPlanException>(() => QueryPlans.AssertNoFullScan(db, sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_commands_of_a_recorded_split_query_are_looked_at()
    {
        using var sql = SqlRecording.Start();
        using var db = sqlite.Context();
        _ = db.Orders.Where(order => order.Day == 1).Include(order => order.Lines).AsSplitQuery().ToList();
        Assert.StartsWith("Lines is read from end to end", Assert.Throws<QueryPlanException>(() => QueryPlans.AssertNoFullScan(db, sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_split_query_by_itself_is_refused()
    {
        using var db = sqlite.Context();
        Assert.Throws<PerfTestException>(() => QueryPlans.Explain(db, db.Orders.Include(order => order.Lines).AsSplitQuery()));
    }

    [Fact]
    public void An_empty_recording_never_passes()
    {
        using var sql = SqlRecording.Start();
        using var db = sqlite.Context();
        Assert.Throws<PerfTestException>(() => QueryPlans.AssertNoFullScan(db, sql));
    }

    [Fact]
    public void Another_contexts_query_is_refused()
    {
        using var other = new SqliteShop();
        using var db = sqlite.Context();
        using var foreign = other.Context();
        Assert.Contains("another context", Assert.Throws<PerfTestException>(() => QueryPlans.Explain(db, foreign.Orders)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_of_several_statements_is_refused_and_not_executed()
    {
        using var sql = SqlRecording.Start();
        using var db = sqlite.Context();
        db.Database.ExecuteSqlRaw("UPDATE Orders SET Priority = Priority; UPDATE Orders SET Code = Code");
        Assert.Contains("several statements", Assert.Throws<PerfTestException>(() => QueryPlans.Explain(db, sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deletion_in_the_database_is_explained_and_not_executed()
    {
        using var transaction = sqlite.Connection.BeginTransaction();
        using var sql = SqlRecording.Start();
        using var db = sqlite.Context();
        db.Database.UseTransaction(transaction);
        db.Lines.Where(line => line.Sku == "no such").ExecuteDelete();
        Assert.Equal("Lines TableScan", PlanCase.Words(Assert.Single(QueryPlans.Explain(db, sql))));
        Assert.Equal(60, db.Lines.Count());
    }

    [PostgreSqlFact]
    public void PostgreSQLs_settings_are_left_as_they_were()
    {
        using var db = postgreSql.Context();
        QueryPlans.Explain(db, db.Customers.Where(customer => customer.City == "Oslo"));
        Assert.Equal("on", db.Database.SqlQueryRaw<string>("SELECT current_setting('enable_seqscan') AS \"Value\"").Single());
    }

    private static string Failure(ShopDatabase shop, Func<ShopContext, IQueryable> query)
    {
        using var db = shop.Context();
        return Assert.Throws<QueryPlanException>(() => QueryPlans.AssertSeeks(db, query(db))).Message;
    }
}
