using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PerfAssert.Xunit.Sdk;

/// <summary>A [PerfFact], a [LoadFact], or one row of a [PerfTheory]. It belongs to a collection that runs alone, whatever its class's is.</summary>
public sealed class PerfTestCase : XunitTestCase
{
    /// <summary>For xunit's deserializer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserializer; use the other constructor.")]
    public PerfTestCase()
    {
    }

    /// <summary>Creates the test case.</summary>
    /// <param name="diagnosticMessageSink">Where xunit takes diagnostics.</param>
    /// <param name="defaultMethodDisplay">How methods are displayed.</param>
    /// <param name="defaultMethodDisplayOptions">How method names are displayed.</param>
    /// <param name="testMethod">The method.</param>
    /// <param name="testMethodArguments">The data row; null for a fact.</param>
    public PerfTestCase(
        IMessageSink diagnosticMessageSink,
        TestMethodDisplay defaultMethodDisplay,
        TestMethodDisplayOptions defaultMethodDisplayOptions,
        ITestMethod testMethod,
        object[]? testMethodArguments = null)
        : base(diagnosticMessageSink, defaultMethodDisplay, defaultMethodDisplayOptions, PerfCollection.Isolate(testMethod), testMethodArguments)
    {
    }

    /// <inheritdoc/>
    protected override void Initialize()
    {
        base.Initialize();
        PerfCollection.AddTrait(Traits, TestMethod);
    }

    /// <inheritdoc/>
    public override void Deserialize(IXunitSerializationInfo data)
    {
        base.Deserialize(data);
        TestMethod = PerfCollection.Isolate(TestMethod);
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) =>
        new PerfTestCaseRunner(this, DisplayName, SkipReason, constructorArguments, TestMethodArguments, diagnosticMessageSink, messageBus, aggregator, cancellationTokenSource).RunAsync();
}
