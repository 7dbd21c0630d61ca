using System.Text.Json;

namespace PerfTool.Tests.Reports;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_has_the_results_worst_first()
    {
        _folder.Write(Some.File(Some.Test("Finds"), Some.Failed()));

        var run = await Tool.RunAsync(_folder.Path, "report", "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("Shop.Tests.CartPerf.Totals", json.RootElement.GetProperty("results")[0].GetProperty("tests")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Several_files_are_summed_up()
    {
        _folder.Write(Some.File(Some.Test("Finds")), "A");
        _folder.Write(Some.File(Some.Failed()), "B");

        var run = await Tool.RunAsync(_folder.Path, "report");

        Assert.EndsWith("all: 1 passed, 1 failed, 0 inconclusive, 0 not measured, 0 without baseline\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "tools": { "perftool": {} } }""", "dotnet perftool baseline accept --reason \"…\"")]
    [InlineData("""{ "tools": {} }""", "mv CartPerf.perf.received.json CartPerf.perf.json")]
    public async Task What_differs_is_accepted_with_the_tool_where_the_repository_has_it(string manifest, string command)
    {
        _folder.Write(".config/dotnet-tools.json", manifest);
        _folder.Write(Some.File(Some.Failed() with { ReceivedFile = "CartPerf.perf.received.json" }));

        var run = await Tool.RunAsync(_folder.Path, "report");

        Assert.Contains($"Shop.Tests: {command}\n", run.Output, StringComparison.Ordinal);
    }

    [Theory, InlineData("text"), InlineData("markdown"), InlineData("html"), InlineData("json")]
    public async Task Its_own_file_is_replaced(string format)
    {
        _folder.Write(Some.File(Some.Test()));
        await Tool.RunAsync(_folder.Path, "report", "--format", format, "-o", "out/report");

        Assert.Equal(0, (await Tool.RunAsync(_folder.Path, "report", "--format", format, "-o", "out/report")).ExitCode);
    }

    [Fact]
    public async Task Somebody_elses_file_is_left_as_it_is()
    {
        _folder.Write(Some.File(Some.Test()));
        _folder.Write("notes.txt", "mine");

        var run = await Tool.RunAsync(_folder.Path, "report", "--output", "notes.txt");

        Assert.Equal((2, "perftool: notes.txt is there already, and perftool did not make it: name another file, or pass --force to replace it.\n", "mine"), (run.ExitCode, run.Error, _folder.Read("notes.txt")));
    }

    [Fact]
    public async Task Without_results_it_says_what_to_do()
    {
        var run = await Tool.RunAsync(_folder.Path, "report");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Run the tests first: dotnet test -c Release.", run.Error, StringComparison.Ordinal);
    }
}
