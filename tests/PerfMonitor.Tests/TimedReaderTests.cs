using Microsoft.EntityFrameworkCore;

namespace PerfMonitor.Tests;

public sealed class TimedReaderTests : IDisposable
{
    private readonly WatchedDatabase _database = new(options: options => options.UsePerfMonitor(timeReaders: true));

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Reading_is_told_apart_from_what_the_caller_does()
    {
        using var context = _database.CreateContext();
        _ = context.Orders.ToList();

        Assert.Equal(SlowQueryKind.SlowReading, _database.Newest.Kind);
    }

    [Fact]
    public async Task Reading_without_blocking_is_timed_too()
    {
        await using var context = _database.CreateContext();
        _ = await context.Orders.ToListAsync();

        Assert.Equal(SlowQueryKind.SlowReading, _database.Newest.Kind);
    }

    [Fact]
    public void The_rows_are_the_same()
    {
        using var context = _database.CreateContext();

        Assert.Equal("Ada", context.Orders.Single().Customer);
    }

    [Fact]
    public void Saving_reads_as_ever()
    {
        using var context = _database.CreateContext();
        context.Orders.Add(new Order { Id = 2, Customer = "Bea" });

        Assert.Equal(1, context.SaveChanges());
    }

    [Fact]
    public void An_open_reader_that_was_quick_to_read_says_so()
    {
        var queries = new SlowQueries(PerfBudgets.QueryThresholds.Default, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

        queries.ReaderClosed("select 1", TimeSpan.FromSeconds(3), null, TimeSpan.FromMilliseconds(2));

        Assert.Equal((SlowQueryKind.ReaderOpen, SlowQuerySeverity.Critical), (queries.GetReport().Entries[0].Kind, queries.GetReport().Entries[0].Severity));
    }
}
