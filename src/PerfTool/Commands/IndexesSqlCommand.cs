using System.CommandLine;
using System.Text;
using PerfAnalyzers.AccessPaths;
using PerfTool.Cli;
using PerfTool.Files;
using PerfTool.Indexes;
using PerfTool.Indexes.Scripts;

namespace PerfTool.Commands;

/// <summary><c>perftool indexes sql</c>: the advice as a script that may be run twice.</summary>
internal static class IndexesSqlCommand
{
    public static Command Create(Terminal terminal)
    {
        var advice = new AdviceOptions();
        var provider = Databases.Option(Database.SqlServer, Database.PostgreSql, Database.Sqlite, Database.MySql);
        var concurrently = new Option<bool>("--concurrently") { Description = "PostgreSQL: build indexes without locking their tables against writes; the script must then run outside of a transaction" };
        var output = new Option<string?>("--output", "-o") { HelpName = "FILE", Description = "Write the script to a file" };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there" };
        var json = new Option<bool>("--json") { Description = "Print JSON: each index with its name and its statement" };
        var command = new ToolCommand(
            "sql",
            "Prints a script that creates each advised index unless there is one of its name.",
            "indexes sql --provider postgresql --concurrently --output indexes.sql",
            "indexes sql src/Shop.sln --provider sqlserver",
            "indexes sql --provider mysql --sarif src/Shop/build.sarif");
        advice.AddTo(command);
        foreach (var option in new Option[] { provider, concurrently, output, force, json })
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var database = Databases.Named(parsed.GetValue(provider)!);
            var unlocked = parsed.GetValue(concurrently);
            if (unlocked && database != Database.PostgreSql)
                throw new ToolException("--concurrently is PostgreSQL's. Leave it out, or take --provider postgresql.");
            var indexes = Databases.WithTables(await advice.ReadAsync(parsed, terminal, cancellationToken).ConfigureAwait(false));
            var text = parsed.GetValue(json) ? Json(indexes, database, unlocked) : IndexScript.Write(indexes, database, unlocked);
            if (parsed.GetValue(output) is not { } file)
            {
                terminal.Writer.Write(text);
                return (int)ExitCode.Passed;
            }

            OutputFile.Write(terminal, file, Encoding.UTF8.GetBytes(text), mark: null, parsed.GetValue(force));
            terminal.ErrorWriter.WriteLine($"{file}: {indexes.Count} {(indexes.Count == 1 ? "index" : "indexes")}");
            return (int)ExitCode.Passed;
        });
        return command;
    }

    private static string Json(IReadOnlyList<MissingIndex> indexes, Database database, bool concurrently) => IndexJson.Write(new
    {
        indexes = indexes.Zip(IndexNames.Of(indexes, database), (index, name) => new { name, index.Entity, index.Table, index.Columns, index.Queries, sql = IndexStatements.Create(index, name, database, concurrently) }),
    }) + "\n";
}
