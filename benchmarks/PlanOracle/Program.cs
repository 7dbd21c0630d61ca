using System.CommandLine;
using System.Diagnostics;
using PerfTooling.PlanOracle;
using PerfTooling.PlanOracle.Comparison;
using PerfTooling.PlanOracle.Generation;
using PerfTooling.PlanOracle.LongRun;
using PerfTooling.PlanOracle.Planners;
using Spectre.Console;

// Holds the analyzer's verdicts on random queries against a database's planner, and shows every class of disagreement.
// Usage: dotnet run -c Release --project benchmarks/PlanOracle -- --database sqlite --queries 10000 --seed 1
var database = new Option<string>("--database") { Description = "The database whose planner is asked.", DefaultValueFactory = _ => "sqlite" };
database.AcceptOnlyFromAmong("sqlite", "postgresql");
var queries = new Option<int>("--queries") { Description = "How many queries to generate.", DefaultValueFactory = _ => 10_000 };
var seed = new Option<int>("--seed") { Description = "The first batch's seed.", DefaultValueFactory = _ => 1 };
var details = new Option<FileInfo?>("--details") { Description = "A file to write every disagreement to, with its SQL and plan." };
var show = new Option<int?>("--show") { Description = "Writes the C# of one batch, by its seed, and ends." };
var command = new RootCommand("Compares the analyzer with a database's planner on random queries.") { database, queries, seed, details, show };
command.SetAction(async (arguments, cancellation) =>
{
    if (arguments.GetValue(show) is { } shown)
    {
        var batch = BatchGenerator.Generate(arguments.GetValue(database) == "sqlite" ? DatabaseKind.Sqlite : DatabaseKind.PostgreSql, shown, OracleRun.QueriesPerBatch);
        Console.WriteLine(batch.Model + batch.Analyzed);
        return 0;
    }

    using var planner = Open(arguments.GetValue(database)!);
    var time = Stopwatch.StartNew();
    var total = arguments.GetValue(queries);
    var result = await AnsiConsole.Progress().StartAsync(async progress =>
    {
        var task = progress.AddTask("queries", maxValue: total);
        return await OracleRun.RunAsync(planner, arguments.GetValue(seed), total, _ => task.Increment(OracleRun.QueriesPerBatch), cancellation);
    });
    ResultReport.Show(result, time.Elapsed);
    if (arguments.GetValue(details) is { } file)
        File.WriteAllText(file.FullName, DisagreementText.Write(result));
    return result.Exceptions.IsEmpty ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();

static IPlanner Open(string database) => database == "sqlite" ? new SqlitePlanner() : PostgreSqlPlanner.Start();
