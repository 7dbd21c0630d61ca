using System.CommandLine;
using System.Globalization;
using PerfAnalyzers.AccessPaths;
using PerfTool.Cli;
using PerfTool.Indexes;
using PerfTool.Indexes.Measuring;
using PerfTool.Indexes.Scripts;
using Spectre.Console;

namespace PerfTool.Commands;

/// <summary><c>perftool indexes measure</c>: what the advised indexes would gain, on the user's own rows.</summary>
internal static class IndexesMeasureCommand
{
    private const int MostRounds = 20;
    private const int MostRuns = 1000;

    public static Command Create(Terminal terminal)
    {
        var advice = new AdviceOptions();
        var provider = Databases.Option(Database.Sqlite, Database.PostgreSql);
        var connection = new Option<string>("--connection") { Required = true, HelpName = "STRING", Description = "The database, as an ADO.NET connection string" };
        var sql = new Option<string>("--sql") { Required = true, HelpName = "FILE", Description = "The queries: SELECTs with their values, each with a semicolon, '-- name: ...' before it" };
        var rounds = Number("--rounds", 3, MostRounds, "How often to go from without to with the indexes");
        var runs = Number("--runs", 15, MostRuns, "How often to run each query in a round; slow ones are run less often");
        var timeout = Number("--timeout", 30, 3600, "Seconds that a statement may take");
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new ToolCommand(
            "measure",
            "Runs queries without and with the advised indexes: on SQLite on a temporary copy, on PostgreSQL in a transaction that is rolled back. There the tables can't be written while it runs (it waits 5 s at most for their locks): take a restored copy of what is in use.",
            "indexes measure --provider sqlite --connection \"Data Source=shop.db\" --sql queries.sql",
            "indexes measure src/Shop.sln --provider postgresql --connection \"Host=localhost;Username=postgres;Database=shop_copy\" --sql queries.sql --json");
        advice.AddTo(command);
        foreach (var option in new Option[] { provider, connection, sql, rounds, runs, timeout, json })
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var queries = QueryFile.Read(terminal.Full(parsed.GetValue(sql)!), parsed.GetValue(sql)!);
            var database = Databases.Named(parsed.GetValue(provider)!);
            var indexes = Databases.WithTables(await advice.ReadAsync(parsed, terminal, cancellationToken).ConfigureAwait(false));
            if (indexes.Count == 0)
                throw new ToolException("No index is missing, so there is nothing to measure.");
            List<TrialIndex> trial = [.. indexes.Zip(IndexNames.Of(indexes, database), (index, name) => new TrialIndex(index, name, IndexStatements.Create(index, name, database), IndexStatements.Drop(index, name, database)))];
            var limit = TimeSpan.FromSeconds(parsed.GetValue(timeout));
            await using var place = await terminal.WhileAsync(database == Database.Sqlite ? "Copying the database" : "Connecting", async () => database == Database.Sqlite
                ? SqliteCopy.Of(parsed.GetValue(connection)!, terminal, limit)
                : (TrialDatabase)await PostgreSqlTransaction.BeginAsync(parsed.GetValue(connection)!, limit, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);

            var there = await place.IndexNamesAsync(cancellationToken).ConfigureAwait(false);
            foreach (var index in trial.Where(index => there.Contains(index.Name)))
                terminal.ErrorWriter.WriteLine($"{index.Name} is in this database already, so its gain can't be measured here.");
            trial.RemoveAll(index => there.Contains(index.Name));
            if (trial.Count == 0)
                throw new ToolException("All advised indexes are in this database already.");
            var result = await terminal.WhileAsync(
                $"Measuring {queries.Count} {(queries.Count == 1 ? "query" : "queries")} without and with {trial.Count} {(trial.Count == 1 ? "index" : "indexes")}",
                () => new IndexTrial(parsed.GetValue(rounds), parsed.GetValue(runs)).RunAsync(place, trial, queries, cancellationToken)).ConfigureAwait(false);
            if (parsed.GetValue(json))
                terminal.Writer.WriteLine(IndexJson.Write(new { indexes = trial.Select(index => new { index.Name, index.Index.Entity, index.Index.Table, index.Index.Columns }), result.Queries, result.Doubt }));
            else
                Print(result, terminal, limit);
            return (int)ExitCode.Passed;
        });
        return command;
    }

    private static void Print(TrialResult result, Terminal terminal, TimeSpan limit)
    {
        var table = terminal.Table("Query", ">Rows", ">Without", ">With", ">Gain", ">Rounds", "How it reads");
        foreach (var query in result.Queries)
        {
            var gain = query.IsFaster || query.IsSlower ? query.Gain is { } times ? Times(times) : query.IsFaster ? "faster" : "slower" : "none";
            table.AddRow(
                Markup.Escape(query.Name),
                query.Rows?.ToString("#,0", CultureInfo.InvariantCulture) ?? "",
                Milliseconds(query.Before, limit),
                Milliseconds(query.After, limit),
                gain,
                query.Gains.Count == 0 ? "" : $"{Times(query.Gains.Min())} to {Times(query.Gains.Max())}",
                Markup.Escape(query.PlanBefore == query.PlanAfter ? query.PlanBefore : $"{query.PlanBefore} → {query.PlanAfter}"));
        }

        terminal.Out.Write(table);
        terminal.Writer.WriteLine("A gain is one where the database reads the tables in another way, and all rounds agree on a tenth at least.");
        if (result.Doubt is { } doubt)
            terminal.ErrorWriter.WriteLine($"Not all of it may be seen here: {doubt}.");
    }

    private static string Milliseconds(double? milliseconds, TimeSpan limit) => milliseconds switch
    {
        null => string.Create(CultureInfo.InvariantCulture, $"> {limit.TotalSeconds:0} s"),
        >= 100 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:#,0} ms"),
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.000} ms"),
    };

    private static string Times(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{(ratio >= 10 ? Math.Round(ratio) : Math.Round(ratio, 2)):0.##}×");

    private static Option<int> Number(string name, int standard, int most, string description)
    {
        var option = new Option<int>(name) { HelpName = "N", Description = $"{description} (default: {standard})", DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is var value && (value < 1 || value > most))
                result.AddError($"{name} is 1 to {most:#,0}, and not {value}.");
        });
        return option;
    }
}
