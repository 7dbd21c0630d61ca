using System.Collections.Immutable;
using System.Diagnostics;
using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Statistics;
using Spectre.Console;

// How long a baseline file takes to read and to write, by its size: the time per entry must not grow with the number of entries.
// Usage: dotnet run -c Release --project benchmarks/BaselineFiles
const int Rounds = 7;
var machine = MachineFingerprint.Current.Key;
var table = new Table().AddColumns("Entries", "Size", "Read", "Read, an entry", "Write", "Write, an entry");
foreach (var entries in new[] { 100, 1_000, 10_000, 100_000 })
{
    var file = new BaselineFile(Enumerable.Range(0, entries).ToImmutableSortedDictionary(
        i => $"Shop.PerfTests.Orders.Class{i / 20:00000}.Method{i % 20} @net10.0",
        i => BaselineEntry.Empty($"Shop.PerfTests.Orders.Class{i / 20:00000}.Method{i % 20}").With(machine, Record(i)),
        StringComparer.Ordinal));
    var bytes = BaselineWriter.Write(file);
    var read = Median(() => BaselineReader.Read(bytes, "Class.perf.json"));
    var write = Median(() => BaselineWriter.Write(file));
    table.AddRow($"{entries:#,0}", $"{bytes.Length / 1024:#,0} KB", $"{read.TotalMilliseconds:#,0.0} ms", $"{read.TotalMicroseconds / entries:0.0} µs", $"{write.TotalMilliseconds:#,0.0} ms", $"{write.TotalMicroseconds / entries:0.0} µs");
}

AnsiConsole.Write(table);

static BaselineRecord Record(int i) => new()
{
    Min = 1_000 + i, P25 = 1_010 + i, P50 = 1_020 + i, P95 = 1_050 + i, P99 = 1_090 + i, PercentilesOf = PercentileSource.BatchMeans,
    Mix = 31_000, CpuLoad = 1, Allocated = 96, AllocatedExactly = true, Recorded = DateTime.UnixEpoch,
};

// For the first two seconds the JIT compiles the code.
static TimeSpan Median<T>(Func<T> work)
{
    for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2);)
        work();

    var times = new List<TimeSpan>();
    for (var round = 0; round < Rounds; round++)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        times.Add(Stopwatch.GetElapsedTime(start));
    }

    return times.Order().ElementAt(Rounds / 2);
}
