using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PerfAssert.Xunit.Sdk;

/// <summary>
/// Hands the method to the engine instead of invoking it. Construction of the class, IAsyncLifetime and disposal stay xunit's:
/// once around the whole measurement. (xunit v2 by itself never awaits a ValueTask; the engine does.)
/// </summary>
internal sealed class PerfTestInvoker(
    ITest test,
    IMessageSink diagnosticMessageSink,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    object[] testMethodArguments,
    int rowIndex,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource)
    : XunitTestInvoker(test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, beforeAfterAttributes, aggregator, cancellationTokenSource)
{
    /// <summary>What became of the test; null when it threw.</summary>
    public PerfTestResult? Result { get; private set; }

    protected override async Task<decimal> InvokeTestMethodAsync(object testClassInstance)
    {
        if (TestCase.InitializationException is { } exception)
            throw exception;
        await Aggregator.RunAsync(() => Timer.AggregateAsync(() => RunAsync(testClassInstance))).ConfigureAwait(false);
        return Timer.Total;
    }

    private async Task RunAsync(object? instance)
    {
        var perfTest = PerfMethod.Describe(TestClass, TestMethod, instance, TestMethodArguments, rowIndex, DisplayName) with { OnWaiting = Tell, OnProgress = Tell };
        Result = await PerfMethod.RunAsync(perfTest, TestCase.Timeout, () => { }, CancellationTokenSource.Token).ConfigureAwait(false);
        if (Result.FailsTest)
            throw new PerfRegressionException(Result);

        // Shown where diagnostics are on (xunit.runner.json: diagnosticMessages): a runner shows a test's own output only when it is over.
        void Tell(string message) => diagnosticMessageSink.OnMessage(new DiagnosticMessage(message));
    }
}
