using System.CommandLine;

namespace PerfTool.Cli;

/// <summary>A command with examples, which its help shows.</summary>
/// <param name="name">What is typed.</param>
/// <param name="description">What it does.</param>
/// <param name="examples">Command lines that work as they stand, without the leading "perftool".</param>
internal sealed class ToolCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Command lines that work as they stand, without the leading "perftool".</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
