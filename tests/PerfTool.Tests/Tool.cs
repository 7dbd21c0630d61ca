using PerfTool.Cli;
using PerfTool.Commands;

namespace PerfTool.Tests;

/// <summary>The tool, run in this process in a folder, as from a terminal that nobody looks at.</summary>
internal static class Tool
{
    /// <summary>Runs a command line.</summary>
    /// <param name="folder">Where the user stands.</param>
    /// <param name="args">What they type.</param>
    public static Task<ToolRun> RunAsync(string folder, params string[] args) => RunAsync(folder, new Dictionary<string, string>(), args);

    /// <summary>Runs a command line with environment variables, and no others.</summary>
    public static async Task<ToolRun> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await PerfToolCommand.RunAsync(args, new Terminal(output, error, folder, environment.GetValueOrDefault, isTerminal: false));
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
