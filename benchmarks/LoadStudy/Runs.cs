using System.Diagnostics;
using PerfTooling.Benchmarks;

namespace PerfTooling.LoadStudy;

/// <summary>Starts the sessions, one after the other, until there are so many of each kind.</summary>
internal static class Runs
{
    public const string Session = "session";

    public static async Task RunAsync(ResultFolder results, int count)
    {
        for (var run = 0; run < count; run++)
        {
            foreach (var condition in Condition.All)
            {
                var path = results.PathOf(condition.Kind, run);
                // Of those that are compared with each other twice as many.
                if (File.Exists(path) || (condition is not { Pace: "equal", Machine: "quiet" } && run >= (count + 1) / 2))
                    continue;
                Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {condition.Kind}: {run + 1} of {count}");
                await using var load = new ProcessorLoad(condition.UnderLoad);
                using var process = Process.Start(Environment.ProcessPath!, [Session, condition.Workload, condition.Pace, condition.Machine, path]);
                await process.WaitForExitAsync();
                if (process.ExitCode != 0)
                    throw new InvalidOperationException($"A session ended with exit code {process.ExitCode}.");
            }
        }
    }
}
