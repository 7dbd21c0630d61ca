using System.Globalization;
using PerfAssert.Baselines;
using PerfAssert.Measuring;

namespace PerfAssert.Tests.Faults;

/// <summary>What a test's code may do to us while we measure it.</summary>
public sealed class BodyFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatedMachine _machine = new();
    private readonly string _currentDirectory = Directory.GetCurrentDirectory();
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_currentDirectory);
        CultureInfo.CurrentCulture = _culture;
        _folder.Dispose();
    }

    [Fact]
    public async Task What_it_throws_after_thousands_of_calls_passes_through() =>
        await Assert.ThrowsAsync<TimeoutException>(() => Run(calls => calls > 5_000 ? throw new TimeoutException() : 1));

    [Fact]
    public async Task A_test_that_threw_leaves_nothing_to_accept()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Run(calls => calls > 5_000 ? throw new TimeoutException() : 1));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_culture_that_it_sets_does_not_show_in_the_baseline()
    {
        await Run(_ =>
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            return 1.0001;
        });
        Assert.Equal(1_000.1, BaselineReader.Read(await File.ReadAllBytesAsync(_folder.Paths.Received), "received").Entries.Values.Single().Machines.Values.Single().Min, 1);
    }

    [Fact]
    public async Task A_directory_that_it_changes_to_does_not_get_the_baseline()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_folder.Path, "elsewhere")).FullName;
        await Run(_ =>
        {
            Directory.SetCurrentDirectory(elsewhere);
            return 1;
        });
        Assert.True(File.Exists(_folder.Paths.Received));
    }

    [Fact]
    public async Task Memory_that_it_never_gives_back_stops_it() =>
        Assert.Contains("leave things as it found them", (await Assert.ThrowsAsync<PerfTestException>(() => Run(_ => { _machine.HeapBytes += 100_000; return 1; }))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Garbage_does_not_stop_it() =>
        Assert.Equal(PerfOutcome.NoBaseline, (await Run(_ => { _machine.HeapBytes += 100_000; _machine.Garbage += 100_000; return 1; })).Outcome);

    [Fact]
    public async Task A_machine_that_sleeps_for_an_hour_is_no_regression()
    {
        await Run(_ => 1);
        File.Move(_folder.Paths.Received, _folder.Paths.Committed);
        var slept = false;
        var result = await Run(calls =>
        {
            if (!slept && calls > 1_200_000)
            {
                slept = true;
                _machine.Now += 3_600_000_000_000;
            }

            return 1;
        });
        Assert.Equal((true, PerfOutcome.Pass), (slept, result.Outcome));
    }

    private async Task<PerfTestResult> Run(Func<long, double> factor) =>
        await new PerfTestEngine(_machine, new MeasurementPlan(), _ => null, _ => null, TimeProvider.System, Make.Machine()).RunAsync(
            new PerfTest
            {
                TestClass = typeof(BodyFaultTests),
                Method = typeof(BodyFaultTests).GetMethod(nameof(Garbage_does_not_stop_it))!,
                DisplayName = "a test",
                Body = new SimulatedBody(_machine, 1_000) { Factor = factor },
            },
            _folder.Paths,
            default);
}
