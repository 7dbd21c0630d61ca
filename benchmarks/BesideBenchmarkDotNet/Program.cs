using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using PerfTooling.Benchmarks;
using PerfTooling.BesideBenchmarkDotNet;
using Spectre.Console;

// The same six workloads measured by BenchmarkDotNet's default job and by PerfAssert, each in fresh processes and by turns.
// Usage, in a folder at or above this project: dotnet run -c Release --project benchmarks/BesideBenchmarkDotNet -- [WORKLOAD…]
switch (args)
{
    case ["measure", var name]:
        Print(await Ours.MeasureAsync(Find(name)));
        return 0;
    case ["compare", var name]:
        Print(await Ours.CompareAsync(Find(name)));
        return 0;
}

if (!AnsiConsole.Profile.Out.IsTerminal)
    AnsiConsole.Profile.Width = 200;
Workload[] workloads = [.. Workload.All.Where(workload => args is [] || args.Contains(workload.Name))];
var config = ManualConfig.CreateEmpty().AddJob(Job.Default).AddLogger(NullLogger.Instance).WithArtifactsPath(Directory.CreateTempSubdirectory("BesideBenchmarkDotNet").FullName);
List<BenchmarkReport> reports = [];
Dictionary<string, TimeSpan> theirTime = [];
Dictionary<string, List<double[]>> ours = workloads.ToDictionary(workload => workload.Name, _ => new List<double[]>());
Dictionary<string, List<double[]>> comparisons = workloads.ToDictionary(workload => workload.Name, _ => new List<double[]>());
foreach (var workload in workloads)
{
    Console.Error.WriteLine($"{workload.Name} …");
    Measure(workload.Name);
    var time = Stopwatch.StartNew();
    var type = workload.Code is null ? typeof(AsynchronousBenchmarks) : typeof(SynchronousBenchmarks);
    var cases = BenchmarkConverter.TypeToBenchmarks(type, config);
    var summary = BenchmarkRunner.Run(new BenchmarkRunInfo([.. cases.BenchmarksCases.Where(one => (string)one.Parameters["Workload"] == workload.Name)], type, cases.Config));
    theirTime[workload.Name] = time.Elapsed;
    if (summary.Reports is not [{ Success: true } report])
        throw new InvalidOperationException($"BenchmarkDotNet measured nothing: {string.Join("; ", summary.ValidationErrors)} {string.Join("\n", summary.Reports.SelectMany(failed => failed.ExecuteResults).SelectMany(run => run.StandardOutput))}");
    reports.Add(report);
    Measure(workload.Name);
    Measure(workload.Name);
}

var values = Table("Workload", "BenchmarkDotNet: median", "fastest", "seconds", "PerfAssert: median of batches", "fastest", "seconds", "Medians differ by", "fastest by");
var power = Table("Workload", "Two runs of BenchmarkDotNet tell apart", "seconds", "One comparison of PerfAssert tells apart", "seconds", "times shorter");
foreach (var (measured, workload) in reports.Zip(workloads))
{
    var statistics = measured.ResultStatistics!;
    var theirSeconds = theirTime[workload.Name].TotalSeconds;
    var own = ours[workload.Name];
    values.AddRow(
        workload.Name, Text(statistics.Median), Text(statistics.Min), $"{theirSeconds:0}",
        Text(Middle(own, 0)), Text(Middle(own, 1)), $"{Middle(own, 2):0.0}",
        $"{(Middle(own, 0) / statistics.Median) - 1:+0.0 %;-0.0 %}", $"{(Middle(own, 1) / statistics.Min) - 1:+0.0 %;-0.0 %}");

    // Half the width of BenchmarkDotNet's interval, of 99.9 %, grows by the root of 2 for the difference of two.
    var compared = comparisons[workload.Name];
    power.AddRow(
        workload.Name, $"{statistics.ConfidenceInterval.Margin / statistics.Mean * Math.Sqrt(2):P1}", $"{2 * theirSeconds:0}",
        $"{Middle(compared, 0):P1}", $"{Middle(compared, 1):0.0}", $"{2 * theirSeconds / Middle(compared, 1):0}");
}

AnsiConsole.Write(values);
AnsiConsole.Write(power);
return 0;

static Workload Find(string name) => Workload.All.Single(workload => workload.Name == name);

static void Print(double[] figures) => Console.WriteLine(string.Join(' ', figures.Select(figure => figure.ToString(CultureInfo.InvariantCulture))));

static double Middle(List<double[]> processes, int figure) => processes.Select(figures => figures[figure]).Order().ElementAt(processes.Count / 2);

static Table Table(params string[] columns)
{
    var table = new Table();
    foreach (var column in columns)
        table.AddColumn(new TableColumn(column).RightAligned());
    return table;
}

void Measure(string workload)
{
    ours[workload].Add(Run("measure", workload));
    comparisons[workload].Add(Run("compare", workload));
}

static double[] Run(string what, string workload)
{
    using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [what, workload]) { RedirectStandardOutput = true })!;
    var line = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return [.. line.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
}

static string Text(double nanoseconds) => nanoseconds switch
{
    < 1e3 => $"{nanoseconds:0.0} ns",
    < 1e6 => $"{nanoseconds / 1e3:0.00} µs",
    _ => $"{nanoseconds / 1e6:0.00} ms",
};
