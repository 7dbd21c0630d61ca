using System.Collections.Concurrent;
using Fixtures;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace PerfAssert.XunitTests;

/// <summary>xunit v3's part.</summary>
internal sealed partial class XunitRun
{
    /// <summary>How xunit runs tests beside each other: whole collections, or every test.</summary>
    public static ParallelMode Parallel { get; set; } = ParallelMode.Collections;

    /// <summary>Whether xunit finds the rows of theories when it looks for tests (as for an IDE), or when it runs them.</summary>
    public static bool PreEnumerates { get; set; } = true;

    /// <summary>Runs those tests of some classes whose method a filter lets through, as they were found or as an IDE hands them back.</summary>
    public static IReadOnlyDictionary<string, Outcome> Run(Func<string, bool> filter, bool serialize, params Type[] classes) => Run(filter, serialize, ExplicitOption.Off, classes);

    public static IReadOnlyDictionary<string, Outcome> Run(Func<string, bool> filter, bool serialize, ExplicitOption explicitOption, params Type[] classes)
    {
        var cases = Find(classes).Where(c => filter(c.TestMethod!.MethodName)).ToArray();
        if (serialize)
            cases = [.. cases.Select(c => (ITestCase)SerializationHelper.Instance.Deserialize(SerializationHelper.Instance.Serialize(c))!)];
        var sink = new Sink();
        var options = TestFrameworkOptions.ForExecution(new TestAssemblyConfiguration { MaxParallelThreads = 4, ParallelMode = Parallel, ExplicitOption = explicitOption });
        Wait(async () =>
        {
            await using var framework = new XunitTestFramework();
            await framework.GetExecutor(typeof(World).Assembly).RunTestCases(cases, sink, options, CancellationToken.None);
        });
        return sink.Outcomes;
    }

    /// <summary>The tests of some classes, by method, with their categories.</summary>
    public static IReadOnlyList<(string Method, IReadOnlyCollection<string> Categories)> Discover(params Type[] classes) =>
        [.. Find(classes).Select(c => (c.TestMethod!.MethodName, c.Traits.GetValueOrDefault("Category") ?? []))];

    private static List<ITestCase> Find(Type[] classes)
    {
        var cases = new List<ITestCase>();
        var options = TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration { PreEnumerateTheories = PreEnumerates });
        Wait(async () =>
        {
            await using var framework = new XunitTestFramework();
            await framework.GetDiscoverer(typeof(World).Assembly).Find(Add, options, classes, CancellationToken.None);
        });
        return cases;

        ValueTask<bool> Add(ITestCase found)
        {
            cases.Add(found);
            return new(true);
        }
    }

    private static void Wait(Func<Task> action) => Assert.True(Task.Run(action).Wait(TimeSpan.FromSeconds(30)), "xunit did not finish");

    private sealed class Sink : IMessageSink
    {
        private readonly ConcurrentDictionary<string, string> _names = new();

        public ConcurrentDictionary<string, Outcome> Outcomes { get; } = new();

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestStarting starting:
                    _names[starting.TestUniqueID] = starting.TestDisplayName;
                    break;
                case ITestPassed passed:
                    Add(passed, "passed");
                    break;
                case ITestSkipped skipped:
                    Add(skipped, "skipped: " + skipped.Reason);
                    break;
                case ITestNotRun notRun:
                    Add(notRun, "not run");
                    break;
                case ITestFailed failed:
                    Add(failed, string.Join('\n', failed.ExceptionTypes.Zip(failed.Messages, failed.StackTraces).Select(e => $"{e.First}: {e.Second}\n{e.Third}")));
                    break;
            }

            return true;
        }

        private void Add(ITestResultMessage message, string result) =>
            Outcomes[_names[message.TestUniqueID]] = new Outcome(result, message.Output) { Warnings = message.Warnings ?? [] };
    }
}
