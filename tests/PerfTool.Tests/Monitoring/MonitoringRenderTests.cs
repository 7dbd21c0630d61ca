using PerfTool.Tests.Alerts;

namespace PerfTool.Tests.Monitoring;

public sealed class MonitoringRenderTests : IDisposable
{
    private const string Rules = "monitoring/prometheus-rules.yml";

    private readonly TemporaryFolder _folder = new();

    public MonitoringRenderTests() => File.Copy(Path.Combine(Budgets.Folder, "perf-budgets.json"), Path.Combine(_folder.Path, "perf-budgets.json"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_samples_files_are_what_its_budgets_say()
    {
        var run = await Tool.RunAsync(Budgets.Folder, "monitoring", "render", "--check");

        Assert.True(run.ExitCode == 0, $"{run.Output}In samples/Congregation: perftool monitoring render");
    }

    [Fact]
    public async Task Files_are_written_once()
    {
        await Tool.RunAsync(_folder.Path, "monitoring", "render");

        var again = await Tool.RunAsync(_folder.Path, "monitoring", "render");

        Assert.DoesNotContain("changed", again.Output.Replace("unchanged", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_differs_is_found()
    {
        await Tool.RunAsync(_folder.Path, "monitoring", "render");
        _folder.Write(Rules, _folder.Read(Rules).Replace("> 2", "> 3", StringComparison.Ordinal));

        var check = await Tool.RunAsync(_folder.Path, "monitoring", "render", "--check");

        Assert.Equal(1, check.ExitCode);
        Assert.Matches(@"prometheus-rules\.yml .* changed", check.Output);
    }

    [Fact]
    public async Task A_check_writes_nothing()
    {
        await Tool.RunAsync(_folder.Path, "monitoring", "render", "--check");

        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "monitoring")));
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_left_alone()
    {
        _folder.Write(Rules, "groups: []\n");

        var run = await Tool.RunAsync(_folder.Path, "monitoring", "render");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("groups: []\n", _folder.Read(Rules));
    }

    [Fact]
    public async Task Without_budgets_it_says_what_to_do()
    {
        File.Delete(Path.Combine(_folder.Path, "perf-budgets.json"));

        var run = await Tool.RunAsync(_folder.Path, "monitoring", "render");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("There is no perf-budgets.json here or above", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_told_is_named_on_the_command_line()
    {
        await Tool.RunAsync(_folder.Path, "monitoring", "render", "--email-to", "me@example.com");

        Assert.Contains("to: me@example.com", _folder.Read("monitoring/alertmanager.yml"), StringComparison.Ordinal);
    }
}
