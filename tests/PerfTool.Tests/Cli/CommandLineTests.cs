namespace PerfTool.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Help_tells_the_exit_codes()
    {
        var run = await Tool.RunAsync(_folder.Path, "--help");

        Assert.Contains("Exit codes: 0 passed, 1 gate failed, 2 wrong use or input, 3 inconclusive under --strict", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_it_does_not_know_is_wrong_use_in_two_lines()
    {
        var run = await Tool.RunAsync(_folder.Path, "frobnicate");

        Assert.Equal((2, "perftool: Unrecognized command or argument 'frobnicate'.\nFor help: perftool --help\n"), (run.ExitCode, run.Error));
    }
}
