using System.CommandLine;
using PerfTool.Cli;
using PerfTool.Indexes;
using Spectre.Console;

namespace PerfTool.Commands;

/// <summary><c>perftool indexes advise</c>: the fewest indexes that serve all queries of a solution.</summary>
internal static class IndexesAdviseCommand
{
    public static Command Create(Terminal terminal)
    {
        var advice = new AdviceOptions();
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new ToolCommand(
            "advise",
            "Builds a solution, or reads the logs of a build, and prints the fewest indexes that would serve all its queries. What a rule says as a suggestion counts too; a rule that is silent or switched off says nothing.",
            "indexes advise",
            "indexes advise src/Shop.sln --json",
            "indexes advise --sarif src/Shop/build.sarif src/Shop.Reports/build.sarif");
        advice.AddTo(command);
        command.Options.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var indexes = await advice.ReadAsync(parsed, terminal, cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(json))
                terminal.Writer.WriteLine(IndexJson.Write(new { indexes }));
            else
                Print(indexes, terminal);
            return (int)ExitCode.Passed;
        });
        return command;
    }

    private static void Print(IReadOnlyList<MissingIndex> indexes, Terminal terminal)
    {
        if (indexes.Count == 0)
        {
            terminal.Writer.WriteLine("No index is missing, as far as the rules that are switched on can tell.");
            return;
        }

        var table = terminal.Table("Table", "Index", "Serves");
        foreach (var index in indexes)
        {
            var columns = string.Join(", ", index.Columns.Select(column => column.IsDescending ? column.Column + " desc" : column.Column));
            for (var i = 0; i < index.Queries.Count; i++)
                table.AddRow(Markup.Escape(i == 0 ? index.Table?.ToString() ?? index.EntityName : ""), Markup.Escape(i == 0 ? $"({columns})" : ""), Markup.Escape(index.Queries[i].ToString()));
        }

        terminal.Out.Write(table);
        var queries = indexes.SelectMany(index => index.Queries).Distinct().Count();
        terminal.Writer.WriteLine($"{indexes.Count} {(indexes.Count == 1 ? "index" : "indexes")} for {queries} {(queries == 1 ? "query" : "queries")}");
    }
}
