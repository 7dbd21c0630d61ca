using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using PerfAssert.Measuring;
using PerfTooling.Benchmarks;
using PerfTooling.BesideBenchmarkDotNet;
using Spectre.Console;

// The same six workloads measured by BenchmarkDotNet's default job and by PerfAssert, each in fresh processes and by turns.
// Usage, in a folder at or above this project: dotnet run -c Release --project benchmarks/BesideBenchmarkDotNet -- [WORKLOAD…]
if (args is ["measure", var name])
{
    var time = Stopwatch.StartNew();
    var measurement = await new Measurer(Workload.All.Single(workload => workload.Name == name).Create(), new MeasurementPlan(), new SystemInstruments()).MeasureAsync(null, default);
    Console.WriteLine(FormattableString.Invariant($"{measurement.Latency.P50} {measurement.Latency.P25} {measurement.Latency.Min} {time.Elapsed.TotalSeconds}"));
    return 0;
}

Workload[] workloads = [.. Workload.All.Where(workload => args is [] || args.Contains(workload.Name))];
var config = ManualConfig.CreateEmpty().AddJob(Job.Default).AddLogger(NullLogger.Instance).WithArtifactsPath(Directory.CreateTempSubdirectory("BesideBenchmarkDotNet").FullName);
List<BenchmarkReport> reports = [];
Dictionary<string, TimeSpan> theirTime = [];
Dictionary<string, List<double[]>> ours = workloads.ToDictionary(workload => workload.Name, _ => new List<double[]>());
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

var table = new Table();
foreach (var column in new[] { "Workload", "BenchmarkDotNet, median", "± 99.9 %", "seconds", "PerfAssert, median of batches", "difference", "seconds", "times shorter" })
    table.AddColumn(new TableColumn(column).RightAligned());
foreach (var (measured, workload) in reports.Zip(workloads))
{
    var statistics = measured.ResultStatistics!;
    var median = Middle(0);
    var seconds = Middle(3);
    table.AddRow(
        workload.Name, Text(statistics.Median), $"{statistics.ConfidenceInterval.Margin / statistics.Mean:P1}", $"{theirTime[workload.Name].TotalSeconds:0}",
        Text(median), $"{(median / statistics.Median) - 1:+0.0 %;-0.0 %}", $"{seconds:0.0}", $"{theirTime[workload.Name].TotalSeconds / seconds:0.0}");

    double Middle(int figure) => ours[workload.Name].Select(figures => figures[figure]).Order().ElementAt(ours[workload.Name].Count / 2);
}

AnsiConsole.Write(table);
return 0;

void Measure(string workload)
{
    using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["measure", workload]) { RedirectStandardOutput = true })!;
    ours[workload].Add([.. process.StandardOutput.ReadToEnd().Split(' ').Select(figure => double.Parse(figure, System.Globalization.CultureInfo.InvariantCulture))]);
    process.WaitForExit();
}

static string Text(double nanoseconds) => nanoseconds switch
{
    < 1e3 => $"{nanoseconds:0.0} ns",
    < 1e6 => $"{nanoseconds / 1e3:0.00} µs",
    _ => $"{nanoseconds / 1e6:0.00} ms",
};
