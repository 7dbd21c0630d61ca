using PerfAssert.Baselines;

namespace PerfTool.Tests.Baselines;

public sealed class BaselineAcceptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_received_becomes_the_baseline_with_its_reason()
    {
        _folder.Write("CartPerf.perf.json", Make.Text(Make.File()));
        _folder.Write("CartPerf.perf.received.json", Make.Text(Make.File(time: 1_400, day: 2)));

        var run = await Tool.RunAsync(_folder.Path, "baseline", "accept", "--reason", "Validates e-mail addresses now");

        Assert.Equal(0, run.ExitCode);
        var record = BaselineReader.Read(File.ReadAllBytes(Path.Combine(_folder.Path, "CartPerf.perf.json")), "").Find("Shop.CartPerf.Adds @net10.0", Make.Machine)!;
        Assert.Equal((1_400, "Validates e-mail addresses now"), (record.P25, record.Reason));
    }

    [Fact]
    public async Task The_received_file_is_gone_afterwards()
    {
        _folder.Write("CartPerf.perf.received.json", Make.Text(Make.File()));

        await Tool.RunAsync(_folder.Path, "baseline", "accept", "--reason", "First baseline");

        Assert.Equal(["CartPerf.perf.json"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_accepted()
    {
        _folder.Write("CartPerf.perf.received.json", Make.Text(Make.File()));

        var run = await Tool.RunAsync(_folder.Path, "baseline", "accept");

        Assert.Equal((2, true), (run.ExitCode, File.Exists(Path.Combine(_folder.Path, "CartPerf.perf.received.json"))));
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_read_is_left_and_told_in_one_line()
    {
        _folder.Write("A.perf.received.json", Make.Text(Make.File()));
        _folder.Write("B.perf.json", "{ <<<<<<< HEAD");
        _folder.Write("B.perf.received.json", Make.Text(Make.File()));

        var run = await Tool.RunAsync(_folder.Path, "baseline", "accept", "--reason", "x");

        Assert.Equal((2, 3, 1), (run.ExitCode, Directory.GetFiles(_folder.Path).Length, run.Error.TrimEnd('\n').Split('\n').Length));
        Assert.StartsWith("perftool: B.perf.json(1): ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_to_accept_it_says_what_to_do() =>
        Assert.Contains("dotnet test -c Release", (await Tool.RunAsync(_folder.Path, "baseline", "accept", "--reason", "x")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_load_test_is_accepted_and_shown_with_its_load()
    {
        _folder.Write("OrdersLoad.perf.received.json", Make.Text(BaselineFile.Empty.With("Shop.OrdersLoad.Lists @net10.0", "Shop.OrdersLoad.Lists", Make.Machine, Make.LoadRecord())));
        await Tool.RunAsync(_folder.Path, "baseline", "accept", "--reason", "First");

        var shown = await Tool.RunAsync(_folder.Path, "baseline", "show");

        Assert.Contains("200/s for 10 s: 200/s", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_load_test_there_is_no_column_of_loads()
    {
        _folder.Write("CartPerf.perf.json", Make.Text(Make.File()));
        Assert.DoesNotContain("Load", (await Tool.RunAsync(_folder.Path, "baseline", "show")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_survives_what_is_shown()
    {
        _folder.Write("CartPerf.perf.received.json", Make.Text(Make.File()));
        await Tool.RunAsync(_folder.Path, "baseline", "accept", "--reason", "First [baseline]");

        var shown = await Tool.RunAsync(_folder.Path, "baseline", "show");

        Assert.Contains("First [baseline]", shown.Output, StringComparison.Ordinal);
    }
}
