using System.Collections.Concurrent;
using Fixtures;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PerfAssert.XunitTests;

/// <summary>xunit v2's part.</summary>
internal sealed partial class XunitRun
{
    /// <summary>Runs those tests of some classes whose method a filter lets through, as they were found or as an IDE hands them back.</summary>
    public static IReadOnlyDictionary<string, Outcome> Run(Func<string, bool> filter, bool serialize, params Type[] classes)
    {
        using var framework = new XunitTestFramework(new Sink());
        var assembly = typeof(World).Assembly;
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        using var executor = framework.GetExecutor(assembly.GetName());
        var cases = Discover(discoverer, classes).Where(c => filter(c.TestMethod.Method.Name)).ToArray();
        if (serialize)
            cases = cases.Select(c => executor.Deserialize(discoverer.Serialize(c))).ToArray();
        var sink = new Sink();
        executor.RunTests(cases, sink, new Options());
        Assert.True(sink.Finished.Wait(TimeSpan.FromMinutes(2)), "xunit did not finish");
        return sink.Outcomes;
    }

    /// <summary>The tests of some classes, by method, with their categories.</summary>
    public static IReadOnlyList<(string Method, IReadOnlyCollection<string> Categories)> Discover(params Type[] classes)
    {
        using var framework = new XunitTestFramework(new Sink());
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(typeof(World).Assembly));
        return [.. Discover(discoverer, classes).Select(c => (c.TestMethod.Method.Name, (IReadOnlyCollection<string>)(c.Traits.GetValueOrDefault("Category") ?? [])))];
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
