using System.ComponentModel;
using Xunit.Sdk;
using Xunit.v3;

namespace PerfAssert.Xunit.Sdk;

/// <summary>A [PerfFact], a [LoadFact], or one row of a [PerfTheory].</summary>
public sealed class PerfTestCase : XunitTestCase, ISelfExecutingXunitTestCase
{
    /// <summary>For xunit's deserializer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserializer; use the other constructor.")]
    public PerfTestCase()
    {
    }

    /// <summary>Creates the test case from the one that xunit made of the method.</summary>
    /// <param name="found">xunit's test case.</param>
    internal PerfTestCase(XunitTestCase found)
        : base(
            found.TestMethod,
            found.TestCaseDisplayName,
            found.UniqueID,
            found.Explicit,
            found.TestLabel,
            found.DisableParallelization,
            found.SkipExceptions,
            found.SkipReason,
            found.SkipType,
            found.SkipUnless,
            found.SkipWhen,
            WithCategory(found.Traits, found.TestMethod.Method.IsDefined(typeof(LoadFactAttribute), inherit: true)),
            found.TestMethodArguments,
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

    /// <summary>Perf test cases in place of those that xunit found. What it found to be wrong stays as it is.</summary>
    internal static IReadOnlyCollection<IXunitTestCase> Of(IReadOnlyCollection<IXunitTestCase> found) => [.. found.Select(testCase => testCase switch
    {
        ExecutionErrorTestCase error => error,
        XunitDelayEnumeratedTheoryTestCase theory => new PerfTheoryTestCase(theory),
        XunitTestCase one => new PerfTestCase(one),
        _ => testCase,
    })];

    /// <summary>Lets a user choose: dotnet test --filter Category=Perf, or Category!=Perf; load tests alone by Category=Load.</summary>
    internal static Dictionary<string, HashSet<string>> WithCategory(Dictionary<string, HashSet<string>> traits, bool isLoad = false)
    {
        var all = new Dictionary<string, HashSet<string>>(traits, StringComparer.OrdinalIgnoreCase);
        all["Category"] = [.. traits.GetValueOrDefault("Category") ?? [], PerfMethod.Category];
        if (isLoad)
            all["Category"].Add(LoadMethod.Category);
        return all;
    }
}
