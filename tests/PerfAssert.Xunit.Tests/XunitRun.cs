using System.Collections.Concurrent;
using Fixtures;
using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Tests;
using PerfAssert.Xunit.Sdk;

namespace PerfAssert.XunitTests;

/// <summary>Runs fixtures through the real xunit, in this process, with the engine on a simulated machine. What runs them is each xunit's own part.</summary>
internal sealed partial class XunitRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public XunitRun(bool measured = false)
    {
        World.Journal.Clear();
        World.Pass = Machine.Pass;
        Measured.Cost = 10_000;
        PerfMethod.Engine = Engine(Machine, _ => measured ? null : "this is a test", Paths);
    }

    public SimulatedMachine Machine { get; } = new();

    public static IReadOnlyList<string> Journal => [.. World.Journal];

    public BaselinePaths Paths(PerfTest test) => Paths(test.TestClass);

    public BaselinePaths Paths(Type testClass) => new(
        _folder.Path,
        Path.Combine(_folder.Path, BaselineKey.FileName(testClass) + ".perf.json"),
        Path.Combine(_folder.Path, BaselineKey.FileName(testClass) + ".perf.received.json"));

    /// <summary>Lays a perf-budgets.json beside the tests.</summary>
    public void WriteBudgets(string text) => File.WriteAllText(Path.Combine(_folder.Path, "perf-budgets.json"), text);

    /// <summary>Runs all tests of some classes.</summary>
    public static IReadOnlyDictionary<string, Outcome> Run(params Type[] classes) => Run(_ => true, serialize: false, classes);

    /// <summary>The keys under which the tests of some classes look for their baselines, in ordinal order.</summary>
    public static IReadOnlyList<string> Keys(bool serialize, params Type[] classes)
    {
        var keys = new ConcurrentBag<string>();
        var engine = PerfMethod.Engine;
        PerfMethod.Engine = Engine(
            new SimulatedMachine(),
            test =>
            {
                keys.Add(BaselineKey.Of(test.TestClass, test.Method, ArgumentHash.Of(test.Arguments, test.RowIndex, test.PartsOfArgument)));
                return "only the key matters";
            },
            _ => new BaselinePaths("/nowhere", "/nowhere/a", "/nowhere/b"));
        try
        {
            Run(_ => true, serialize, classes);
        }
        finally
        {
            PerfMethod.Engine = engine;
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        PerfMethod.Engine = PerfTestEngine.Default;
        _folder.Dispose();
    }

    private static PerfTestEngine Engine(SimulatedMachine machine, Func<PerfTest, string?> beforeRun, Func<PerfTest, BaselinePaths> locate) =>
        new(machine, new MeasurementPlan(), beforeRun, _ => null, TimeProvider.System, Make.Machine()) { Locate = locate };

    /// <summary>What became of one test: passed, skipped, or the message of its failure; and what it wrote.</summary>
    internal sealed record Outcome(string Result, string Output)
    {
        public IReadOnlyList<string> Warnings { get; init; } = [];
    }
}
