using System.Collections.Concurrent;
using Fixtures;
using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Tests;
using PerfAssert.Xunit.Sdk;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PerfAssert.XunitTests;

/// <summary>Runs fixtures through the real xunit, in this process, with the engine on a simulated machine.</summary>
internal sealed class XunitRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public XunitRun(bool measured = false)
    {
        World.Journal.Clear();
        World.Pass = Machine.Pass;
        Measured.Cost = 10_000;
        PerfTestInvoker.Engine = new PerfTestEngine(
            Machine, new MeasurementPlan(), _ => measured ? null : "this is a test", _ => null, TimeProvider.System, Make.Machine())
        {
            Locate = Paths,
        };
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

    /// <summary>Runs all tests of some classes, or those of them that a filter lets through.</summary>
    public static IReadOnlyDictionary<string, Outcome> Run(params Type[] classes) => Run(_ => true, serialize: false, classes);

    public static IReadOnlyDictionary<string, Outcome> Run(Func<ITestCase, bool> filter, bool serialize, params Type[] classes)
    {
        using var framework = new XunitTestFramework(new Sink());
        var assembly = typeof(World).Assembly;
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        using var executor = framework.GetExecutor(assembly.GetName());
        var cases = Discover(discoverer, classes).Where(filter).ToArray();
        if (serialize)
            cases = cases.Select(c => executor.Deserialize(discoverer.Serialize(c))).ToArray();
        var sink = new Sink();
        executor.RunTests(cases, sink, new Options());
        Assert.True(sink.Finished.Wait(TimeSpan.FromMinutes(2)), "xunit did not finish");
        return sink.Outcomes;
    }

    public static IReadOnlyList<ITestCase> Discover(params Type[] classes)
    {
        using var framework = new XunitTestFramework(new Sink());
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(typeof(World).Assembly));
        return Discover(discoverer, classes);
    }

    public void Dispose()
    {
        PerfTestInvoker.Engine = PerfTestEngine.Default;
        _folder.Dispose();
    }

    private static List<ITestCase> Discover(ITestFrameworkDiscoverer discoverer, Type[] classes)
    {
        var cases = new List<ITestCase>();
        foreach (var type in classes)
        {
            var sink = new Sink();
            discoverer.Find(type.FullName, false, sink, new Options());
            Assert.True(sink.Finished.Wait(TimeSpan.FromMinutes(1)), "xunit did not discover anything");
            cases.AddRange(sink.Cases);
        }

        return cases;
    }

    /// <summary>What became of one test: passed, skipped, or the message of its failure; and what it wrote.</summary>
    internal sealed record Outcome(string Result, string Output);

    private sealed class Sink : LongLivedMarshalByRefObject, IMessageSink
    {
        public ConcurrentDictionary<string, Outcome> Outcomes { get; } = new();

        public ConcurrentQueue<ITestCase> Cases { get; } = new();

        public ManualResetEventSlim Finished { get; } = new();

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage found:
                    Cases.Enqueue(found.TestCase);
                    break;
                case ITestPassed passed:
                    Outcomes[passed.Test.DisplayName] = new Outcome("passed", passed.Output);
                    break;
                case ITestSkipped skipped:
                    Outcomes[skipped.Test.DisplayName] = new Outcome("skipped: " + skipped.Reason, "");
                    break;
                case ITestFailed failed:
                    Outcomes[failed.Test.DisplayName] = new Outcome($"{failed.ExceptionTypes[0]}: {failed.Messages[0]}\n{failed.StackTraces[0]}", failed.Output);
                    break;
                case IDiscoveryCompleteMessage or ITestAssemblyFinished:
                    Finished.Set();
                    break;
            }

            return true;
        }
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new() { ["xunit.execution.MaxParallelThreads"] = 4 };

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
