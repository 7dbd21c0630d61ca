using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerfMonitor.Tests;

public sealed class ObservingTests : IDisposable
{
    private readonly WatchedDatabase _database = new();

    [Fact]
    public void A_slow_query_is_logged_with_its_entity_and_what_it_does()
    {
        using var context = _database.CreateContext();
        _ = context.Orders.ToList();
        var entry = _database.Queries.GetReport().Entries.First(entry => entry.Kind == SlowQueryKind.SlowExecution);
        Assert.Equal(("Order", QueryAction.Select), (entry.Entity, entry.Action));
    }

    [Fact]
    public void The_open_reader_is_an_entry_of_its_own()
    {
        using var context = _database.CreateContext();
        _ = context.Orders.ToList();
        Assert.Equal([SlowQueryKind.ReaderOpen, SlowQueryKind.SlowExecution], _database.Queries.GetReport().Entries.Take(2).Select(entry => entry.Kind));
    }

    [Fact]
    public void A_fast_query_leaves_nothing()
    {
        using var database = new WatchedDatabase("900 s");
        using var context = database.CreateContext();
        _ = context.Orders.ToList();
        Assert.Empty(database.Queries.GetReport().Entries);
    }

    [Fact]
    public void Every_command_is_counted()
    {
        var before = _database.Queries.GetReport().Commands;
        using var context = _database.CreateContext();
        _ = context.Orders.ToList();
        _ = context.Orders.Count();
        Assert.Equal(2, _database.Queries.GetReport().Commands - before);
    }

    [Fact]
    public void A_tagged_query_has_its_place_in_the_source()
    {
        using var context = _database.CreateContext();
        _ = context.Orders.TagWithCallSite().ToList();
        Assert.Matches(@"^ObservingTests\.cs:\d+$", _database.Newest.CallSite);
    }

    [Fact]
    public void What_other_tags_say_is_not_kept()
    {
        using var context = _database.CreateContext();
        _ = context.Orders.TagWith("for Ada, card 4711").ToList();
        Assert.DoesNotContain("4711", _database.Newest.Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_command_is_an_entry_without_the_database_s_message()
    {
        using var context = _database.CreateContext();
        context.Orders.Add(new Order { Id = 1, Customer = "Bob" });
        Assert.Throws<DbUpdateException>(() => context.SaveChanges());
        Assert.Equal((SlowQueryKind.Error, "SqliteException"), (_database.Newest.Kind, _database.Newest.Error));
    }

    [Fact]
    public void The_application_s_own_LogTo_goes_on()
    {
        var lines = new List<string>();
        using var database = new WatchedDatabase(options: context => context.LogTo(lines.Add, [RelationalEventId.CommandExecuted]));
        using var context = database.CreateContext();
        lines.Clear();
        _ = context.Orders.ToList();
        Assert.Single(lines);
    }

    [Fact]
    public void A_context_without_PerfMonitor_in_its_container_is_told_what_to_do()
    {
        var options = new DbContextOptionsBuilder<ShopContext>().UseSqlite("Data Source=:memory:");
        options.UsePerfMonitor();
        using var context = new ShopContext(options.Options);
        Assert.Contains("services.AddPerfMonitor()", Assert.Throws<InvalidOperationException>(() => context.Orders.ToList()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _database.Dispose();
}
