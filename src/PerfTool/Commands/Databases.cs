using System.CommandLine;
using PerfAnalyzers.AccessPaths;
using PerfTool.Cli;
using PerfTool.Indexes;

namespace PerfTool.Commands;

/// <summary>The databases, as the command line calls them.</summary>
internal static class Databases
{
    /// <summary>The option, for some of them.</summary>
    public static Option<string> Option(params Database[] databases)
    {
        var option = new Option<string>("--provider") { Required = true, HelpName = string.Join('|', databases.Select(NameOf)), Description = "The database" };
        option.AcceptOnlyFromAmong([.. databases.Select(NameOf)]);
        return option;
    }

    /// <summary>The database of that name.</summary>
    public static Database Named(string name) => Enum.GetValues<Database>().Single(database => NameOf(database) == name);

    /// <summary>Those indexes whose tables the build's log names.</summary>
    /// <exception cref="ToolException">It names none for one of them.</exception>
    public static IReadOnlyList<MissingIndex> WithTables(IReadOnlyList<MissingIndex> indexes) => indexes.FirstOrDefault(index => index.Table is null) is { } unknown
        ? throw new ToolException($"The log does not say what the table of {unknown.Entity} is called (advised at {unknown.Queries[0]}): two contexts map it differently, or PerfAnalyzers is older than perftool.")
        : indexes;

    private static string NameOf(Database database) => database.ToString().ToLowerInvariant();
}
