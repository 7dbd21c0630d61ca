using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PerfAssert.Xunit.Sdk;

/// <summary>A [PerfTheory] whose rows are only known when it runs (data that xunit cannot serialize).</summary>
public sealed class PerfTheoryTestCase : XunitTheoryTestCase
{
    /// <summary>For xunit's deserializer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserializer; use the other constructor.")]
    public PerfTheoryTestCase()
    {
    }

    /// <summary>Creates the test case.</summary>
    /// <param name="diagnosticMessageSink">Where xunit takes diagnostics.</param>
    /// <param name="defaultMethodDisplay">How methods are displayed.</param>
    /// <param name="defaultMethodDisplayOptions">How method names are displayed.</param>
    /// <param name="testMethod">The method.</param>
    public PerfTheoryTestCase(
        IMessageSink diagnosticMessageSink, TestMethodDisplay defaultMethodDisplay, TestMethodDisplayOptions defaultMethodDisplayOptions, ITestMethod testMethod)
        : base(diagnosticMessageSink, defaultMethodDisplay, defaultMethodDisplayOptions, PerfCollection.Isolate(testMethod))
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
        new PerfTheoryTestCaseRunner(this, DisplayName, SkipReason, constructorArguments, diagnosticMessageSink, messageBus, aggregator, cancellationTokenSource).RunAsync();
}
