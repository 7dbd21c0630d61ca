using CsCheck;
using PerfTool.Processes;
using PerfTool.Reports.History;
using PerfTool.Results;

namespace PerfTool.Tests.Reports.History;

public sealed class HistoryReaderTests : IDisposable
{
    private const string Machine = "AMD EPYC | 2 cores | linux-x64 | .NET 10.0 | engine 1";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_commit_that_changed_a_test_is_a_point_oldest_first()
    {
        await CommitAsync("CartPerf.perf.json", Baseline(1000), "First");
        await CommitAsync("CartPerf.perf.json", Baseline(900), "Faster");

        var history = await ReadAsync();

        Assert.Equal([("First", 1000), ("Faster", 900)], Points(history).Select(point => (point.Subject, point.P50)));
    }

    [Fact]
    public async Task A_commit_that_changed_another_test_is_none()
    {
        await CommitAsync("CartPerf.perf.json", Baseline(1000), "First");
        await CommitAsync("CartPerf.perf.json", Baseline(1000).Replace("\n  \"schema\"", "\n  \"Other @net10.0\": {},\n  \"schema\"", StringComparison.Ordinal), "Another");

        Assert.Equal(["First"], Points(await ReadAsync()).Select(point => point.Subject));
    }

    [Fact]
    public async Task A_renamed_file_keeps_its_history()
    {
        await CommitAsync("OldPerf.perf.json", Baseline(1000), "First");
        await GitAsync("mv", "Shop.Tests/OldPerf.perf.json", "Shop.Tests/CartPerf.perf.json");
        await GitAsync("commit", "-qm", "Rename it");
        await CommitAsync("CartPerf.perf.json", Baseline(900), "Faster");

        Assert.Equal(["First", "Faster"], Points(await ReadAsync()).Select(point => point.Subject));
    }

    [Fact]
    public async Task The_older_layout_is_read_too()
    {
        await CommitAsync("CartPerf.perf.json", System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonDocument.Parse(Baseline(1000)), new System.Text.Json.JsonSerializerOptions { WriteIndented = true }), "First");

        Assert.Single(Points(await ReadAsync()));
    }

    [Fact]
    public async Task A_revision_that_cannot_be_read_is_left_out_and_counted()
    {
        await CommitAsync("CartPerf.perf.json", "<<<<<<< HEAD\n" + Baseline(800), "Torn");
        await CommitAsync("CartPerf.perf.json", Baseline(900), "Mended");

        var history = await ReadAsync();

        Assert.Equal(["Mended"], Points(history).Select(point => point.Subject));
        Assert.Equal(["1 older version of a baseline file could not be read, and is left out."], history.Notes);
    }

    [Fact]
    public async Task Outside_of_a_repository_there_is_no_history()
    {
        _folder.Write("Shop.Tests/CartPerf.perf.json", Baseline(1000));

        Assert.Empty((await ReadAsync()).Tests);
    }

    [Fact]
    public void No_revision_breaks_it() => Gen.Select(Gen.Int[0, 400], Gen.Char).Sample((at, c) =>
    {
        var json = Baseline(1000);
        var index = at % json.Length;
        BaselineRevision.Read(json[..index]);
        BaselineRevision.Read(json[..index] + c + json[(index + 1)..]);
    });

    private static string Baseline(int p50) =>
        """
        {
          "Shop.Tests.CartPerf.Totals @net10.0": {"name":"Shop.Tests.CartPerf.Totals","machines":{"MACHINE":{"min":800,"p25":900,"p50":MEDIAN,"p95":2000,"p99":3000,"allocated":64,"recorded":"2026-02-01T12:00:00Z"}}},
          "schema": 1
        }
        """.Replace("MACHINE", Machine, StringComparison.Ordinal).Replace("MEDIAN", p50.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static IReadOnlyList<HistoryPoint> Points(BaselineHistory history) => history.Tests[BaselineHistory.Key("Shop.Tests.CartPerf.Totals @net10.0", Machine)];

    private Task<BaselineHistory> ReadAsync() => HistoryReader.ReadAsync([ResultsReader.Read(_folder.Write(Some.File(Some.Test())), "x")], default);

    private async Task CommitAsync(string file, string content, string subject)
    {
        if (!Directory.Exists(Path.Combine(_folder.Path, ".git")))
            await GitAsync("init", "-q");
        _folder.Write("Shop.Tests/" + file, content);
        await GitAsync("add", "-A");
        await GitAsync("commit", "-qm", subject);
    }

    private async Task GitAsync(params string[] arguments)
    {
        var output = await ProcessRunner.RunAsync(["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", .. arguments], _folder.Path, default);
        Assert.True(output.Succeeded, output.Problem);
    }
}
