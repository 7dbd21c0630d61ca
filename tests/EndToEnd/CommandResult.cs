namespace PerfTooling.EndToEnd;

/// <summary>How a command ended, and everything it printed.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>The result itself, if the command succeeded; else an exception with its output.</summary>
    public CommandResult Succeeded() =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"The command ended with exit code {ExitCode}:\n{Output}");
}
