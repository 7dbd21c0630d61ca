using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PerfAssert.Xunit.Sdk;

/// <summary>Runs one test and adds the result to what the test itself wrote.</summary>
internal sealed class PerfTestRunner(
    ITest test,
    IMessageSink diagnosticMessageSink,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    object[] testMethodArguments,
    int rowIndex,
    string skipReason,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource)
    : XunitTestRunner(test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfterAttributes, aggregator, cancellationTokenSource)
{
    private PerfTestInvoker? _invoker;

    protected override async Task<Tuple<decimal, string>> InvokeTestAsync(ExceptionAggregator aggregator)
    {
        var (time, output) = await base.InvokeTestAsync(aggregator).ConfigureAwait(false);
        return Tuple.Create(time, _invoker?.Result is { FailsTest: false } result ? output + result.Describe() + Environment.NewLine : output);
    }

    protected override Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator)
    {
        _invoker = new PerfTestInvoker(Test, diagnosticMessageSink, MessageBus, TestClass, ConstructorArguments, TestMethod, TestMethodArguments, rowIndex, BeforeAfterAttributes, aggregator, CancellationTokenSource);
        return _invoker.RunAsync();
    }
}
