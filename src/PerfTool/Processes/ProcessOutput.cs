namespace PerfTool.Processes;

/// <summary>What a program left.</summary>
/// <param name="ExitCode">0 where it went well.</param>
/// <param name="Output">Lines of standard output.</param>
/// <param name="Error">Lines of standard error.</param>
internal sealed record ProcessOutput(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Error)
{
    /// <summary>Whether it went well.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>Standard output as one text, without the last line's end.</summary>
    public string Text => string.Join('\n', Output);

    /// <summary>The line to show of what went wrong: the first that says "error", else the first of standard error, else the last of all.</summary>
    public string Problem =>
        Error.Concat(Output).FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase) && !line.Contains(" 0 Error", StringComparison.Ordinal))?.Trim()
        ?? Error.FirstOrDefault(line => line.Trim().Length > 0)?.Trim()
        ?? Output.LastOrDefault(line => line.Trim().Length > 0)?.Trim()
        ?? $"exit code {ExitCode}";
}
