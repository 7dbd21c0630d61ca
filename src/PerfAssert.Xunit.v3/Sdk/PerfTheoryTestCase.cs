using System.ComponentModel;
using Xunit.Sdk;
using Xunit.v3;

namespace PerfAssert.Xunit.Sdk;

/// <summary>A [PerfTheory] whose rows are only known when it runs (data that xunit cannot serialize).</summary>
public sealed class PerfTheoryTestCase : XunitDelayEnumeratedTheoryTestCase, ISelfExecutingXunitTestCase
{
    /// <summary>For xunit's deserializer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserializer; use the other constructor.")]
    public PerfTheoryTestCase()
    {
    }

    /// <summary>Creates the test case from the one that xunit made of the method.</summary>
    /// <param name="found">xunit's test case.</param>
    internal PerfTheoryTestCase(XunitDelayEnumeratedTheoryTestCase found)
        : base(
            found.TestMethod,
            found.TestCaseDisplayName,
            found.UniqueID,
            found.Explicit,
            found.SkipTestWithoutData,
            found.SkipExceptions,
            found.SkipReason,
            found.SkipType,
            found.SkipUnless,
            found.SkipWhen,
            PerfTestCase.WithCategory(found.Traits),
            found.SourceFilePath,
            found.SourceLineNumber,
            found.Timeout)
    {
    }

    /// <inheritdoc/>
    public ValueTask<RunSummary> Run(
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource,
        ParallelMode parallelMode,
        ExecutionScheduler scheduler,
        FixtureMappingManager methodFixtureMappings) =>
        PerfTestCaseRunner.RunAsync(this, explicitOption, messageBus, constructorArguments, aggregator, cancellationTokenSource, parallelMode, scheduler, methodFixtureMappings);
}
