using System.Diagnostics;
using System.Reflection;
using Spectre.Console;

// What PerfAssert.Xunit adds to a run of tests that selects none of its perf tests: the same ordinary test, in an assembly without the package and in one with it
// and fifty perf tests, by turns.
// Usage: dotnet run -c Release --project benchmarks/IdleCost
const int Rounds = 21;
var folder = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ProjectFolder").Value!;
List<double> plain = [], withPerfTests = [];
Run("Plain");
Run("WithPerfTests");
for (var round = 0; round < Rounds; round++)
{
    Console.Error.WriteLine($"{round + 1} of {Rounds}");
    if (Random.Shared.Next(2) == 0)
    {
        plain.Add(Run("Plain"));
        withPerfTests.Add(Run("WithPerfTests"));
    }
    else
    {
        withPerfTests.Add(Run("WithPerfTests"));
        plain.Add(Run("Plain"));
    }
}

double[] added = [.. withPerfTests.Zip(plain, (with, without) => with - without).Order()];
var table = new Table().AddColumns("dotnet test --filter", "seconds, median of " + Rounds, "fastest");
table.AddRow("without the package", $"{Middle(plain):0.00}", $"{plain.Min():0.00}");
table.AddRow("with it and 50 perf tests, none selected", $"{Middle(withPerfTests):0.00}", $"{withPerfTests.Min():0.00}");
// The 6th and 16th of 21 differences enclose their median in 97 of 100 studies: the sign test's order statistics.
table.AddRow("added, by pairs", $"{Middle(added):0.00} ({added[5]:0.00} to {added[15]:0.00})", $"{withPerfTests.Min() - plain.Min():0.00}");
AnsiConsole.Write(table);

double Run(string project)
{
    var time = Stopwatch.StartNew();
    using var process = Process.Start(new ProcessStartInfo("dotnet", ["test", Path.Combine(folder, project), "-c", "Release", "--no-build", "-p:IsTestProject=true", "--filter", "FullyQualifiedName~OrdinaryTests"]) { RedirectStandardOutput = true })!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    // One test ran: no more, no less.
    return process.ExitCode == 0 && output.Contains("Total:     1", StringComparison.Ordinal) ? time.Elapsed.TotalSeconds : throw new InvalidOperationException(output);
}

static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
