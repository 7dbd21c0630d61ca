using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PerfTool.Cli;

/// <summary>The library's help, and below it the command's examples and the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ToolCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
                output.WriteLine($"  perftool {example}");
            output.WriteLine();
        }

        output.WriteLine("Exit codes: 0 passed, 1 gate failed, 2 wrong use or input, 3 inconclusive under --strict");
        return result;
    }
}
