using Microsoft.EntityFrameworkCore;
using PerfAssert.EntityFrameworkCore.Tests.Shop;

namespace PerfAssert.EntityFrameworkCore.Tests.Recording;

/// <summary>SQLite in memory: its connection stays open, and the reader tells what it knows.</summary>
public class SqlRecordingTests(SqliteShop shop) : IClassFixture<SqliteShop>
{
    [Fact]
    public void All_rows_of_a_list_are_counted() => Assert.Equal((1, 20), Record(db => db.Orders.ToList()));

    [Fact]
    public async Task All_rows_of_an_asynchronous_list_are_counted() => Assert.Equal((1, 20), await RecordAsync(db => db.Orders.ToListAsync()));

    [Fact]
    public void No_rows_are_none() => Assert.Equal((1, 0), Record(db => db.Orders.Where(order => order.Status == 99).ToList()));

    [Fact]
    public void The_first_row_is_one() => Assert.Equal((1, 1), Record(db => db.Orders.OrderBy(order => order.Id).First()));

    [Fact]
    public void A_single_row_is_one_though_EF_Core_looks_for_a_second() => Assert.Equal((1, 1), Record(db => db.Orders.Single(order => order.Id == 3)));

    [Fact]
    public void A_count_is_a_row() => Assert.Equal((1, 1), Record(db => db.Orders.Count()));

    [Fact]
    public void Of_a_list_that_is_not_read_to_its_end_what_was_read_counts() => Assert.Equal((1, 3), Record(db => db.Orders.AsEnumerable().Take(3).ToList()));

    [Fact]
    public void A_collection_joined_in_counts_the_rows_of_the_join() => Assert.Equal((1, 60), Record(db => db.Orders.Include(order => order.Lines).ToList()));

    [Fact]
    public void A_split_query_is_several_commands() => Assert.Equal((2, 80), Record(db => db.Orders.AsSplitQuery().Include(order => order.Lines).ToList()));

    [Fact]
    public async Task An_asynchronous_split_query_is_several_commands() => Assert.Equal((2, 80), await RecordAsync(db => db.Orders.AsSplitQuery().Include(order => order.Lines).ToListAsync()));

    [Fact]
    public void An_update_in_the_database_reads_nothing() => Assert.Equal((1, 0), Record(db => db.Orders.ExecuteUpdate(set => set.SetProperty(order => order.Priority, order => order.Priority))));

    [Fact]
    public async Task A_deletion_in_the_database_reads_nothing() => Assert.Equal((1, 0), await RecordAsync(db => db.Orders.Where(order => order.Id < 0).ExecuteDeleteAsync()));

    [Fact]
    public void Saving_reads_the_keys_that_the_database_makes()
    {
        using var transaction = shop.Connection.BeginTransaction();
        using var sql = SqlRecording.Start();
        using var db = shop.Context();
        db.Database.UseTransaction(transaction);
        db.AddRange(new Customer { Email = "a" }, new Customer { Email = "b" }, new Customer { Email = "c" });
        db.SaveChanges();
        transaction.Rollback();
        Assert.Equal(3, sql.Rows);
    }

    [Fact]
    public void A_command_that_fails_is_one()
    {
        using var sql = SqlRecording.Start();
        using var db = shop.Context();
        Assert.ThrowsAny<Exception>(() => db.Orders.FromSqlRaw("SELECT nonsense").ToList());
        Assert.Single(sql.Commands);
    }

    [Fact]
    public void An_N_plus_1_query_shows_as_one_statement_many_times()
    {
        using var sql = SqlRecording.Start();
        using var db = shop.Context();
        foreach (var customer in db.Customers.ToList())
            _ = db.Orders.Where(order => order.CustomerId == customer.Id).ToList();
        Assert.Equal([(5, 20L), (1, 5L)], sql.Statements.Select(statement => (statement.Times, statement.Rows)));
    }

    [Fact]
    public void Queries_that_differ_in_the_length_of_a_list_are_one_statement()
    {
        using var sql = SqlRecording.Start();
        using var db = shop.Context();
        foreach (var length in new[] { 2, 3, 7 })
        {
            var ids = Enumerable.Range(1, length).ToArray();
            _ = db.Orders.Where(order => ids.Contains(order.Id)).ToList();
        }

        Assert.Equal(3, Assert.Single(sql.Statements).Times);
    }

    [Fact]
    public void What_was_sent_before_does_not_count()
    {
        using var db = shop.Context();
        _ = db.Orders.ToList();
        using var sql = SqlRecording.Start();
        Assert.Empty(sql.Commands);
    }

    [Fact]
    public void What_is_sent_afterwards_does_not_count()
    {
        var sql = SqlRecording.Start();
        sql.Dispose();
        using var db = shop.Context();
        _ = db.Orders.ToList();
        Assert.Empty(sql.Commands);
    }

    [Fact]
    public async Task What_another_flow_sends_meanwhile_does_not_count()
    {
        var go = new TaskCompletionSource();
        var other = Task.Run(async () =>
        {
            await go.Task;
            using var db = shop.Context();
            return db.Orders.ToList();
        });
        using var sql = SqlRecording.Start();
        go.SetResult();
        await other;
        Assert.Equal((0, (1L, 20L)), (sql.Commands.Count, sql.Outside));
    }

    [Fact]
    public async Task What_the_flow_starts_counts_with_it()
    {
        using var sql = SqlRecording.Start();
        await Task.Run(() =>
        {
            using var db = shop.Context();
            return db.Orders.ToList();
        });
        Assert.Equal(20, sql.Rows);
    }

    [Fact]
    public void A_recording_inside_another_takes_nothing_from_it()
    {
        using var outer = SqlRecording.Start();
        using var db = shop.Context();
        using (var inner = SqlRecording.Start())
        {
            _ = db.Orders.ToList();
            Assert.Equal(20, inner.Rows);
        }

        _ = db.Orders.ToList();
        Assert.Equal((2, 40), (outer.Commands.Count, outer.Rows));
    }

    [Fact]
    public void Nobody_listens_to_EF_Core_while_nothing_is_recorded()
    {
        using (SqlRecording.Start())
            Assert.True(EntityFrameworkListener.IsEnabled());
        Assert.False(EntityFrameworkListener.IsEnabled());
    }

    [Fact]
    public void Where_no_older_context_lives_the_recording_is_sure()
    {
        using var sql = SqlRecording.Start();
        using var db = shop.Context();
        _ = db.Orders.ToList();
        Assert.Null(sql.SureAfter);
    }

    [Fact]
    public async Task Where_an_older_context_lives_a_later_recording_is_sure()
    {
        using var db = shop.Context();
        _ = db.Orders.ToList();
        TimeSpan pause;
        using (var first = SqlRecording.Start())
        {
            _ = db.Orders.ToList();
            pause = Assert.NotNull(first.SureAfter);
        }

        // What EF Core asks for, not a guess at how long something takes.
        await Task.Delay(pause);
        using var second = SqlRecording.Start();
        _ = db.Orders.ToList();
        Assert.Equal(20, second.Rows);
    }

    private (int Commands, long Rows) Record(Func<ShopContext, object?> query)
    {
        using var sql = SqlRecording.Start();
        using (var db = shop.Context())
            query(db);
        return (sql.Commands.Count, sql.Rows);
    }

    private async Task<(int Commands, long Rows)> RecordAsync(Func<ShopContext, Task> query)
    {
        using var sql = SqlRecording.Start();
        await using (var db = shop.Context())
            await query(db);
        return (sql.Commands.Count, sql.Rows);
    }
}
