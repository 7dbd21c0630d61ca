using System.Diagnostics;
using Xunit.Sdk;
using Xunit.v3;

namespace PerfAssert.Xunit.Sdk;

/// <summary>Runs the tests of a test case through <see cref="PerfTestRunner"/>.</summary>
internal sealed class PerfTestCaseRunner : XunitTestCaseRunner
{
    private int _rows;

    private PerfTestCaseRunner()
    {
    }

    public static async ValueTask<RunSummary> RunAsync(
        XunitTestCase testCase,
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource,
        ParallelMode parallelMode,
        ExecutionScheduler scheduler,
        FixtureMappingManager methodFixtureMappings)
    {
        // The rows of a theory may be enumerated only now, which may fail, or skip the test.
        var tests = await aggregator.RunAsync(testCase.CreateTests, []);
        if (aggregator.ToException() is { } exception)
        {
            return exception.Message.StartsWith(DynamicSkipToken.Value, StringComparison.Ordinal)
                ? XunitRunnerHelper.SkipTestCases(messageBus, cancellationTokenSource, [testCase], exception.Message[DynamicSkipToken.Value.Length..])
                : XunitRunnerHelper.FailTestCases(messageBus, cancellationTokenSource, [testCase], exception);
        }

        return await new PerfTestCaseRunner().Run(
            testCase, tests, messageBus, aggregator, cancellationTokenSource, parallelMode, scheduler, testCase.TestCaseDisplayName, testCase.SkipReason, explicitOption, constructorArguments, methodFixtureMappings);
    }

    /// <summary>One test after the other, in the order of their rows: their collection is serial.</summary>
    protected override ValueTask<RunSummary> RunTest(XunitTestCaseRunnerContext ctxt, IXunitTest test) =>
        new PerfTestRunner(_rows++, Debugger.IsAttached ? 0 : test.Timeout).Run(
            WithoutTimeout(test), ctxt.MessageBus, ctxt.ConstructorArguments, ctxt.ExplicitOption, ctxt.Aggregator.Clone(), ctxt.CancellationTokenSource, ctxt.ParallelMode, ctxt.Scheduler, ctxt.BeforeAfterTestAttributes, ctxt.CaseFixtureMappings);

    private static XunitTest WithoutTimeout(IXunitTest test) => new(
        test.TestCase,
        test.TestMethod,
        test.DisableParallelization,
        test.Explicit,
        test.SkipReason,
        test.SkipType,
        test.SkipUnless,
        test.SkipWhen,
        test.TestDisplayName,
        test.TestLabel,
        test.UniqueID,
        test.Traits,
        timeout: 0,
        test.TestMethodArguments);
}
