using PerfAssert.Comparing;
using PerfAssert.Facts;
using PerfAssert.Measuring;
using PerfAssert.Runs;
using PerfAssert.Verdicts;

namespace PerfAssert.Builds;

/// <summary>
/// Compares the tests of two builds in this process: each with its older self, batch by batch. Facts are counted before, one build after the other, because events of a
/// process reach both.
/// </summary>
public sealed class BuildComparer
{
    /// <summary>Each build brings all of its code to compile, and the JIT works on what the other left while this one warms up.</summary>
    private static readonly TimeSpan s_longestWarmUp = TimeSpan.FromSeconds(10);

    // The owners of open files.
    private const string Older = "older";
    private const string Newer = "newer";
    private const string Control = "control";

    private readonly Dictionary<string, HostedTest> _before;
    private readonly Dictionary<string, HostedTest> _now;
    private readonly Dictionary<string, HostedTest> _control;
    private readonly IInstruments _instruments;
    private readonly MeasurementPlan _plan;
    private readonly Func<PerfTest, string?> _precondition;
    private readonly IMachineLock _machineLock = new NoMachineLock();

    /// <summary>Compares two builds.</summary>
    /// <param name="host">Finds and creates the tests.</param>
    /// <param name="before">The older build.</param>
    /// <param name="now">The newer build.</param>
    /// <param name="control">The older build once more, whose difference from itself says how far to trust this process; null for none.</param>
    public BuildComparer(ITestHost host, TestBuild before, TestBuild now, TestBuild? control = null)
        : this(Find(host, before), Find(host, now), control is null ? [] : Find(host, control), new SystemInstruments(), new MeasurementPlan { MaxWarmUp = s_longestWarmUp }, Precondition) => (_machineLock, Databases) = (MachineLock.OfThisMachine, OpenDatabases.OfThisProcess());

    internal BuildComparer(
        IReadOnlyList<HostedTest> before, IReadOnlyList<HostedTest> now, IReadOnlyList<HostedTest> control, IInstruments instruments, MeasurementPlan plan, Func<PerfTest, string?> precondition)
    {
        _before = ByKey(before);
        _now = ByKey(now);
        _control = ByKey(control);
        _instruments = instruments;
        _plan = plan;
        _precondition = precondition;
        Keys = [.. _now.Keys.Where(_before.ContainsKey).Order(StringComparer.Ordinal)];
        Added = [.. _now.Keys.Except(_before.Keys).Order(StringComparer.Ordinal)];
        Removed = [.. _before.Keys.Except(_now.Keys).Order(StringComparer.Ordinal)];
    }

    /// <summary>Which build has which database open.</summary>
    internal OpenDatabases Databases { get; init; } = OpenDatabases.None;

    /// <summary>How both are compared. Not by turns before warm-up, which changes nothing here (docs/measuring-studies.md): who goes first does.</summary>
    internal ComparisonPlan Comparing { get; init; } = new() { TakesTurnsFirst = false };

    /// <summary>
    /// Whether the newer build is called first; the default is the older one. Code that both use, of the framework above all, is compiled for the types it meets first, so that who comes second is slower by
    /// some percent. Let processes do it by turns.
    /// </summary>
    public bool NewerFirst { get; init; }

    /// <summary>The keys of the tests that both builds have.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The keys of those that only the newer build has.</summary>
    public IReadOnlyList<string> Added { get; }

    /// <summary>The keys of those that only the older build has.</summary>
    public IReadOnlyList<string> Removed { get; }

    /// <summary>Compares one test; takes about five seconds, and three more for the control where the two differ.</summary>
    /// <param name="key">One of <see cref="Keys"/>.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <remarks>What the test's code throws passes through unchanged.</remarks>
    public async ValueTask<BuildComparison> CompareAsync(string key, CancellationToken cancellationToken = default)
    {
        var (older, newer) = (_before[key], _now[key]);
        if ((older.Problem ?? newer.Problem) is { } problem)
            return NotMeasured(problem);

        try
        {
            await using var first = await (NewerFirst ? newer : older).CreateAsync(cancellationToken).ConfigureAwait(false);
            RefuseSharedDatabase(NewerFirst ? Newer : Older);
            await using var second = await (NewerFirst ? older : newer).CreateAsync(cancellationToken).ConfigureAwait(false);
            RefuseSharedDatabase(NewerFirst ? Older : Newer);
            return await CompareInOrderAsync(key, first.Test, second.Test, cancellationToken).ConfigureAwait(false);
        }
        catch (PerfTestException e)
        {
            return NotMeasured(e.Message);
        }

        BuildComparison NotMeasured(string why) => new(key, newer.DisplayName) { NotMeasured = why };
    }

    private async ValueTask<BuildComparison> CompareInOrderAsync(string key, PerfTest first, PerfTest second, CancellationToken cancellationToken)
    {
        var factsOfFirst = await CountAsync(first, cancellationToken).ConfigureAwait(false);
        RefuseSharedDatabase(NewerFirst ? Newer : Older);
        var factsOfSecond = await CountAsync(second, cancellationToken).ConfigureAwait(false);
        RefuseSharedDatabase(NewerFirst ? Older : Newer);
        var (before, now) = NewerFirst ? (second, first) : (first, second);
        var (factsBefore, factsNow) = NewerFirst ? (factsOfSecond, factsOfFirst) : (factsOfFirst, factsOfSecond);
        if ((_precondition(before) ?? _precondition(now)) is { } reason)
            return new BuildComparison(key, now.DisplayName) { NotMeasured = reason };

        // Two processes that measure at once disturb each other, even where both sides feel it.
        var (turn, _, owner) = await MachineTurn.WaitAsync(_machineLock, now, _instruments, cancellationToken).ConfigureAwait(false);
        using var own = turn;
        if (own is null)
            return new BuildComparison(key, now.DisplayName) { NotMeasured = $"{owner ?? "another process"} was measuring for {MachineTurn.Longest.TotalMinutes:0} minutes: end it if it hangs" };
        var comparison = await CompareAsync(second, first, cancellationToken).ConfigureAwait(false);
        if (NewerFirst)
            comparison = comparison.Inverted();
        return new BuildComparison(key, now.DisplayName)
        {
            Time = Ratio(comparison),
            Settled = comparison.Settled,
            Before = CallTimes.Of(comparison.Reference),
            Now = CallTimes.Of(comparison.Subject),
            Control = VerdictRules.Grade(comparison.Ratio.Ratio).Outcome == PerfOutcome.Pass ? null : await ControlAsync(key, before, cancellationToken).ConfigureAwait(false),
            AllocatedBytes = (comparison.ReferenceAllocation.BytesPerCall, comparison.SubjectAllocation.BytesPerCall),
            AllocatedExactly = comparison.ReferenceAllocation.Exact && comparison.SubjectAllocation.Exact,
            Facts = factsNow.Join(factsBefore, fact => fact.Fact, fact => fact.Fact, (after, first) => (after.Fact.Name, (first.Most, after.Most))).ToDictionary(pair => pair.Name, pair => pair.Item2, StringComparer.Ordinal),
        };
    }

    private static async ValueTask CallAsync(PerfBody body)
    {
        await body.PrepareAsync(1).ConfigureAwait(false);
        await body.RunAsync(1).ConfigureAwait(false);
        await body.CleanUpAsync(1).ConfigureAwait(false);
    }

    /// <summary>After code of a build ran: two copies of SQLite must not have one file open.</summary>
    private void RefuseSharedDatabase(string build)
    {
        if (Databases.Look(build) is { } file)
            throw new PerfTestException($"both builds have {file} open, and two copies of SQLite in one process can destroy it. Let each test class create a database of its own: in memory, or in a new temporary folder");
    }

    private static IReadOnlyList<HostedTest> Find(ITestHost host, TestBuild build)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(build);
        return host.Find(build.Assembly);
    }

    private static string? Precondition(PerfTest test) => Preconditions.BeforeRun(test.TestClass.Assembly) ?? Preconditions.AfterFirstRun(test.TestClass.Assembly);

    /// <summary>Equal rows of a theory are one test, as they are in a baseline.</summary>
    private static Dictionary<string, HostedTest> ByKey(IReadOnlyList<HostedTest> tests) =>
        tests.GroupBy(test => test.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static TimeRatio Ratio(Comparison comparison) => new(comparison.Ratio.Ratio, comparison.Ratio.Lower, comparison.Ratio.Upper);

    private async ValueTask<TimeRatio?> ControlAsync(string key, PerfTest before, CancellationToken cancellationToken)
    {
        if (!_control.TryGetValue(key, out var copy))
            return null;
        await using var control = await copy.CreateAsync(cancellationToken).ConfigureAwait(false);
        await CallAsync(control.Test.Body).ConfigureAwait(false);
        RefuseSharedDatabase(Control);
        return Ratio(await CompareAsync(control.Test, before, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<Comparison> CompareAsync(PerfTest subject, PerfTest reference, CancellationToken cancellationToken)
    {
        // Clear is what narrow bounds are: which limit the verdict will ask about depends on the other processes, too.
        static bool IsNarrow(RatioEstimate ratio) => ratio.Upper - ratio.Lower < 0.04;
        return await new Comparer(subject.Body, reference.Body, _plan, Comparing, _instruments, Random.Shared).CompareAsync(IsNarrow, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first call of a test, and what can be counted of the next.</summary>
    private async ValueTask<IEnumerable<CountedFact>> CountAsync(PerfTest test, CancellationToken cancellationToken)
    {
        var counter = new FactCounter(test.Body, FactSources.Of(test.TestClass.Assembly), [], _instruments);
        await counter.FirstCallAsync().ConfigureAwait(false);
        return (await counter.CountAsync(expected: false, recorded: true, cancellationToken).ConfigureAwait(false)).Where(fact => fact.IsConstant);
    }
}
