using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PerfTool.Tests.K6;

/// <summary>Node, and the types of k6 that npm puts into tests/K6.</summary>
internal static class NodeTools
{
    private static readonly string[] s_folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The program; null where there is none.</summary>
    public static string? Node { get; } = s_folders.SelectMany(folder => new[] { Path.Combine(folder, "node"), Path.Combine(folder, "node.exe") }).FirstOrDefault(File.Exists);

    /// <summary>tests/K6, where <c>npm ci</c> runs.</summary>
    public static string TypesFolder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../K6"));

    public static string Modules { get; } = Path.Combine(TypesFolder, "node_modules");

    /// <summary>Runs a script of JavaScript.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Node ?? throw new InvalidOperationException("Node isn't installed."), arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + await error);
        return await output;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
