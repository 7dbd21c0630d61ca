using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.Logging;
using PerfBudgets;
using PerfMonitor.Log;
using PerfMonitor.Redaction;

namespace PerfMonitor.Tests;

public class SlowQueriesTests
{
    private static readonly TimeSpan s_fast = TimeSpan.FromMilliseconds(499);
    private static readonly TimeSpan s_slow = TimeSpan.FromMilliseconds(501);

    private readonly RecordingLog _log = new();
    private readonly SlowQueries _queries;

    public SlowQueriesTests() => _queries = Create(_log);

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, SlowQuerySeverity.Warning)]
    [InlineData(2_000, SlowQuerySeverity.Warning)]
    [InlineData(2_001, SlowQuerySeverity.Critical)]
    public void A_query_is_slow_over_500_ms_and_critically_over_2_s(int milliseconds, SlowQuerySeverity? severity)
    {
        _queries.Executed("select 1", TimeSpan.FromMilliseconds(milliseconds), null);
        Assert.Equal(severity, _queries.GetReport().Entries.Select(entry => (SlowQuerySeverity?)entry.Severity).SingleOrDefault());
    }

    [Fact]
    public void A_reader_that_stays_open_is_no_slow_execution()
    {
        _queries.ReaderClosed("select 1", TimeSpan.FromSeconds(3), null);
        Assert.Equal((0L, SlowQueryKind.ReaderOpen), (_queries.Slow(SlowQuerySeverity.Warning) + _queries.Slow(SlowQuerySeverity.Critical), _queries.GetReport().Entries.Single().Kind));
    }

    [Fact]
    public void Changed_thresholds_hold_from_the_next_command_on()
    {
        _queries.Thresholds = new QueryThresholds(null, Duration.Parse("100 ms"), Duration.Parse("200 ms"));
        _queries.Executed("select 1", TimeSpan.FromMilliseconds(150), null);
        Assert.Single(_queries.GetReport().Entries);
    }

    [Fact]
    public void A_critical_limit_below_the_warning_limit_is_refused() =>
        Assert.Throws<ArgumentException>(() => _queries.Thresholds = new QueryThresholds(null, Duration.Parse("2 s"), Duration.Parse("1 s")));

    [Fact]
    public void A_fast_query_allocates_nothing()
    {
        _queries.Executed("select 1", s_fast, null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            _queries.Executed("select 1", s_fast, null);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_newest_entry_stands_first()
    {
        _queries.Executed("select a from t", s_slow, null);
        _queries.Executed("select b from t", s_slow, null);
        Assert.Equal("select b from t", _queries.GetReport().Entries[0].Sql);
    }

    [Fact]
    public void Statements_that_differ_in_values_and_list_lengths_are_one_group()
    {
        _queries.Executed("SELECT * FROM o WHERE id IN (@p0, @p1) AND n = 'x'", s_slow, null);
        _queries.Executed("SELECT * FROM o WHERE id IN (@p0, @p1, @p2) AND n = 'y'", s_slow, null);
        Assert.Equal(2, _queries.GetReport().Groups.Single().Count);
    }

    [Fact]
    public void The_log_never_exceeds_its_cap_whatever_the_size_of_the_SQL() =>
        Gen.Select(Gen.OneOf(Gen.Int[1, 300], Gen.Int[1_000, 20_000], Gen.Const(10_000_000)), Gen.Enum<SlowQueryKind>()).Array[1, 200].Sample(
            commands =>
            {
                var queries = Create(_log);
                foreach (var (length, kind) in commands)
                {
                    queries.Failed("select " + new string('x', length), s_slow, null, kind, "Error");
                    if (queries.Memory.Size > EntryBuffer.Cap)
                        return false;
                }

                var (_, count, dropped) = queries.Memory;
                return count + dropped == commands.Length && count == queries.GetReport().Entries.Length;
            },
            iter: 30);

    [Fact]
    public void A_million_queries_on_eight_threads_are_counted_exactly()
    {
        // One in a thousand is slow.
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, thread =>
        {
            for (var i = 0; i < 125_000; i++)
                _queries.Executed($"select {(char)('a' + thread)} from t", i % 1_000 == 0 ? s_slow : s_fast, null);
        });
        var report = _queries.GetReport();
        Assert.Equal((1_000_000, 1_000, 1_000, 8), (report.Commands, report.Logged, report.Groups.Sum(group => group.Count), report.Groups.Length));
        Assert.All(report.Entries, entry => Assert.Matches("^select [a-h] from t$", entry.Sql));
    }

    [Fact]
    public void Groups_are_bounded_and_the_rest_is_counted_together()
    {
        for (var i = 0; i < 500; i++)
            _queries.Executed($"select c{i}x from t", s_slow, null);
        var report = _queries.GetReport();
        Assert.Equal((GroupTable.Most + 1, 500), (report.Groups.Length, report.Groups.Sum(group => group.Count)));
    }

    [Fact]
    public void A_planted_secret_shows_in_no_output() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 8, 12], Gen.Int[0, 6]).Sample(
            (word, place) =>
            {
                var secret = "S3cret" + word;
                var queries = Create(_log);
                var sql = place switch
                {
                    0 => $"SELECT * FROM users WHERE password = '{secret}'",
                    1 => $"-- {secret}\nSELECT 1",
                    2 => $"/* {secret} */ SELECT 1",
                    3 => $"INSERT INTO t VALUES (N'{secret}', 'it''s {secret}')",
                    4 => $"SELECT `a` FROM `t` WHERE `b` = \"{secret}\"",
                    5 => $"SELECT 'a\\' , {secret}'",
                    _ => $"SELECT $tag${secret}$tag$",
                };
                queries.Failed(sql, s_slow, null, SlowQueryKind.Error, QueryError.Describe(new InvalidOperationException(secret)));
                var report = queries.GetReport();
                return !JsonSerializer.Serialize(report).Contains(secret, StringComparison.Ordinal)
                    && !ReportText.Write(report).Contains(secret, StringComparison.Ordinal)
                    && !_log.Lines.Any(line => line.Line.Contains(secret, StringComparison.Ordinal));
            },
            iter: 200);

    [Fact]
    public void A_slow_query_is_a_warning_in_the_log_and_a_critical_one_an_error()
    {
        _queries.Executed("select 1", TimeSpan.FromSeconds(1), null);
        _queries.Executed("select 1", TimeSpan.FromSeconds(3), null);
        Assert.Equal([LogLevel.Warning, LogLevel.Error], _log.Lines.Select(line => line.Level));
    }

    private static SlowQueries Create(ILogger logger) => new(QueryThresholds.Default, TimeProvider.System, logger);
}
