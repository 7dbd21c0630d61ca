using System.Diagnostics;
using PerfTool.Cli;

namespace PerfTool.Processes;

/// <summary>Runs other programs: output collected or handed on line by line, and nothing left running when the user stops us.</summary>
internal static class ProcessRunner
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="command">The program and its arguments; no shell sees them.</param>
    /// <param name="directory">Where it runs.</param>
    /// <param name="cancellationToken">Ends it, and all it started.</param>
    /// <param name="onLine">Told each line of standard output as it comes; null collects it only.</param>
    /// <param name="environment">Variables it gets on top of ours.</param>
    /// <exception cref="ToolException">There is no such program.</exception>
    public static async Task<ProcessOutput> RunAsync(
        IReadOnlyList<string> command, string directory, CancellationToken cancellationToken, Action<string>? onLine = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using var process = Start(start);
        process.StandardInput.Close();
        var (output, error) = (new List<string>(), new List<string>());
        var read = Task.WhenAll(ReadAsync(process.StandardOutput, output, onLine), ReadAsync(process.StandardError, error, null));
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        await read.ConfigureAwait(false);
        return new ProcessOutput(process.ExitCode, output, error);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new ToolException($"{start.FileName} could not be started.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new ToolException($"{start.FileName} could not be started ({e.Message}). Install it, or add it to PATH.", e);
        }
    }

    private static async Task ReadAsync(StreamReader reader, List<string> lines, Action<string>? onLine)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lines.Add(line);
            onLine?.Invoke(line);
        }
    }
}
