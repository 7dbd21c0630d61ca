namespace PerfAssert.Measuring;

/// <summary>
/// How long and how finely to measure. The defaults are the product's; tests of the engine shorten them.
/// Why each has its value stands in docs/perf-tests.md and in the noise study.
/// </summary>
internal sealed record MeasurementPlan
{
    /// <summary>Warm-up never ends before this, unless calls are long.</summary>
    public TimeSpan MinWarmUp { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Warm-up ends here even if the code has not settled.</summary>
    public TimeSpan MaxWarmUp { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>For this long the JIT must have been quiet.</summary>
    public TimeSpan JitQuiet { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Methods compiled in that time that are still quiet: measured, 2 to 8 come from the thread pool and the test host, while
    /// code that is being tiered brings 40 and more.
    /// </summary>
    public int JitTrickle { get; init; } = 8;

    /// <summary>Length of one of the three windows that must agree.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>By how much the three windows may differ.</summary>
    public double WindowAgreement { get; init; } = 0.04;

    /// <summary>Warm-up before a confirmation: the code is compiled, the caches may be cold.</summary>
    public TimeSpan ReWarmUp { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Target length of a batch; a longer call is a batch by itself.</summary>
    public TimeSpan Batch { get; init; } = TimeSpan.FromMilliseconds(0.5);

    /// <summary>Sampling ends no sooner than this, unless the result is clearly fine.</summary>
    public TimeSpan Sampling { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Sampling goes on until here while the result looks suspicious.</summary>
    public TimeSpan ExtendedSampling { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The same when a suspicion is measured again, so that a test never takes more than about 12 s.</summary>
    public TimeSpan ConfirmationSampling { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>The first moment at which a clearly fine result ends sampling, and the distance of further looks.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Pause before a suspicion is measured again: noise comes in phases of 0.5 to 2 s.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From this length on a call is timed by itself: the clock costs 30 ns, 0.3 % of it.</summary>
    public TimeSpan SingleCall { get; init; } = TimeSpan.FromMicroseconds(10);

    /// <summary>From this length on fewer calls must do, for warm-up and for sampling.</summary>
    public TimeSpan LongCall { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Samples taken of a long call, however long it takes.</summary>
    public int FewestSamples { get; init; } = 3;

    /// <summary>Time one pass that counts allocations may take.</summary>
    public TimeSpan AllocationPass { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Passes that count allocations; the lowest is taken.</summary>
    public int AllocationPasses { get; init; } = 5;

    /// <summary>Passes that count the allocations of asynchronous code, as far as <see cref="AllocationTime"/> goes.</summary>
    public int MostAllocationPasses { get; init; } = 20;

    /// <summary>Time that more than <see cref="AllocationPasses"/> may take together.</summary>
    public TimeSpan AllocationTime { get; init; } = TimeSpan.FromMilliseconds(100);
}
