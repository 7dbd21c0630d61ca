using PerfAssert.Baselines;
using PerfAssert.Budgets;
using PerfAssert.Comparing;
using PerfAssert.Facts;
using PerfAssert.Loads;
using PerfAssert.Measuring;
using PerfAssert.Reporting;
using PerfAssert.Runs;
using PerfAssert.Verdicts;

namespace PerfAssert;

/// <summary>
/// Carries out one perf test: checks that measuring makes sense here, measures, judges against the checked-in baseline, leaves
/// a received file where there is something to accept, and reports. Test frameworks' adapters call it; it knows none of them.
/// </summary>
public sealed class PerfTestEngine
{
    private readonly IInstruments _instruments;
    private readonly MeasurementPlan _plan;
    private readonly Func<PerfTest, string?> _beforeRun;
    private readonly Func<PerfTest, string?> _afterFirstRun;
    private readonly TimeProvider _time;
    private readonly MachineFingerprint _machine;

    internal PerfTestEngine(
        IInstruments instruments,
        MeasurementPlan plan,
        Func<PerfTest, string?> beforeRun,
        Func<PerfTest, string?> afterFirstRun,
        TimeProvider time,
        MachineFingerprint machine)
    {
        _instruments = instruments;
        _plan = plan;
        _beforeRun = beforeRun;
        _afterFirstRun = afterFirstRun;
        _time = time;
        _machine = machine;
    }

    private PerfTestEngine(MeasurementPlan plan)
        : this(
            new SystemInstruments(),
            plan,
            test => Preconditions.BeforeRun(test.TestClass.Assembly),
            test => Preconditions.AfterFirstRun(test.TestClass.Assembly),
            TimeProvider.System,
            MachineFingerprint.Current)
    {
    }

    /// <summary>The engine that measures on this machine's clock.</summary>
    public static PerfTestEngine Default { get; } = new(new MeasurementPlan()) { MachineLock = Runs.MachineLock.OfThisMachine };

    /// <summary>Where a test's baseline lies, for tests of the engine's users; then no report is written. Null: beside the test's source.</summary>
    internal Func<PerfTest, BaselinePaths>? Locate { get; init; }

    /// <summary>Keeps other processes' measurements away. Tests of the engine have a machine of their own.</summary>
    internal IMachineLock MachineLock { get; init; } = new NoMachineLock();

    /// <summary>Environment variables, for tests of the engine.</summary>
    internal Func<string, string?> EnvironmentVariable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Which side of a pair goes first.</summary>
    internal Random Random { get; init; } = Random.Shared;

    /// <summary>What offers the load of load tests.</summary>
    internal LoadDriver LoadDriver { get; init; } = static (request, profile, progress, cancellationToken) => LoadGenerator.RunAsync(request, profile, progress, cancellationToken);

    /// <summary>What counts exact facts, for tests of the engine. Null: what the test's assembly names.</summary>
    internal Func<PerfTest, IReadOnlyList<IFactSource>>? Sources { get; init; }

    /// <summary>Runs the test: once where nothing can be measured (a few times where SQL is counted), otherwise for about two to four seconds.</summary>
    /// <param name="test">The test.</param>
    /// <param name="cancellationToken">Stops measuring between two batches.</param>
    /// <returns>The result. A failed verdict is a result, not an exception: see <see cref="PerfTestResult.FailsTest"/>.</returns>
    /// <exception cref="BaselineException">The checked-in baseline is not usable.</exception>
    /// <exception cref="PerfBudgets.BudgetException">The budgets are not usable, or do not have the operation that the test names.</exception>
    /// <remarks>What the test's code throws passes through unchanged.</remarks>
    public async ValueTask<PerfTestResult> RunAsync(PerfTest test, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (Locate is not null)
            return await RunAsync(test, Locate(test), cancellationToken).ConfigureAwait(false);

        var project = ProjectInfo.Of(test.TestClass.Assembly);
        var paths = BaselineLocator.Locate(test.SourceFile, project, BaselineKey.FileName(test.TestClass), File.Exists);
        var result = await RunAsync(test, paths, cancellationToken).ConfigureAwait(false);
        RunReport.Of(test.TestClass.Assembly, project).Add(result);
        return result;
    }

    internal async ValueTask<PerfTestResult> RunAsync(PerfTest test, BaselinePaths paths, CancellationToken cancellationToken)
    {
        if (test.RelativeTo is not null)
            RefuseRatio(test);
        if (StrictMode.Of(test.TestClass.Assembly, EnvironmentVariable))
            test = test with { Policy = test.Policy with { Strict = true } };
        var key = BaselineKey.Of(test.TestClass, test.Method, ArgumentHash.Of(test.Arguments, test.RowIndex, test.PartsOfArgument));
        if (test.Load is { } plan)
            return await LoadSteps(test).RunAsync(test, plan, key, paths, cancellationToken).ConfigureAwait(false);
        // First, and in Debug builds too: whoever breaks the file should not learn it from the nightly build.
        var committed = BaselineStore.ReadCommitted(paths);
        // A test that brings its own comparison has no baseline.
        var entry = test.RelativeTo is null ? committed.Entries.GetValueOrDefault(key) : null;
        var budget = TestBudget.Find(test.Policy.Budget, test.DisplayName, paths.Root);

        var reason = _beforeRun(test);
        var counter = Counter(test);
        await counter.FirstCallAsync().ConfigureAwait(false);
        reason ??= _afterFirstRun(test);
        var before = FactRules.Baseline(entry);
        var facts = await counter.CountAsync(test.Policy.LimitedFacts.Any() || !before.IsEmpty, recorded: reason is null, cancellationToken).ConfigureAwait(false);
        RefuseUnknown(test, facts, counter.SawAnything);
        var verdict = FactRules.Judge(facts, before, test.Policy);
        if (reason is not null)
            return NotMeasured(reason);

        var (turn, waited, owner) = await MachineTurn.WaitAsync(MachineLock, test, _instruments, cancellationToken).ConfigureAwait(false);
        if (turn is null)
            return NotMeasured(MachineTurn.GaveUp(owner));
        using (turn)
        {
            var result = test.RelativeTo is { } reference
                ? await CompareAsync(test, reference, new PerfTestResult(test, key, verdict, _machine, paths) { Facts = facts }, cancellationToken).ConfigureAwait(false)
                : Conclude(test, key, paths, entry, new Counted(facts, before, verdict), await MeasureAsync(test, entry, budget, cancellationToken).ConfigureAwait(false));
            result.Waited = (waited, owner);
            return result;
        }

        PerfTestResult NotMeasured(string why) => new(test, key, FactRules.Combine(verdict, new Verdict(PerfOutcome.NotMeasured, why), isFirst: false), _machine, paths)
        {
            Facts = facts,
            FactBaseline = before,
        };
    }

    private LoadTestSteps LoadSteps(PerfTest test) => new(_instruments, LoadDriver, MachineLock, _machine, _time)
    {
        Preconditions = (() => _beforeRun(test) ?? OnceMode.Reason(EnvironmentVariable), () => _afterFirstRun(test)),
    };

    /// <summary>A limit that nothing is there to count must not pass.</summary>
    private FactCounter Counter(PerfTest test)
    {
        var sources = Sources?.Invoke(test) ?? FactSources.Of(test.TestClass.Assembly);
        var limited = test.Policy.LimitedFacts.ToArray();
        if (limited.FirstOrDefault(fact => !sources.Any(source => source.Facts.Contains(fact))) is { } uncounted)
        {
            throw new PerfTestException(
                $"{test.DisplayName} sets {uncounted.LimitedBy}, and {test.TestClass.Assembly.GetName().Name} has nothing that could count it. Add the package that does to the test project: dotnet add package {uncounted.Package}. "
                + "(A project with GenerateAssemblyInfo=false must name its source by itself: see docs/sql-facts.md.)");
        }

        return new FactCounter(test.Body, sources, limited, _instruments);
    }

    /// <summary>Nor one whose count isn't known: a test that the recorder saw nothing of would pass any limit.</summary>
    private static void RefuseUnknown(PerfTest test, IReadOnlyList<CountedFact> facts, bool sawAnything)
    {
        if (!sawAnything && test.Policy.LimitedFacts.FirstOrDefault(fact => fact == ExactFact.SqlFullScans || test.Policy.LimitOf(fact) > 0) is { } limited)
        {
            throw new PerfTestException(
                $"{test.DisplayName} sets {limited.LimitedBy}, and not one SQL command of it was seen in any call. Only commands of EF Core are counted. "
                + $"If the test is to send none, let it say so: {nameof(PerfPolicy.MaxCommands)} = 0, and no other limit on SQL.");
        }

        if (facts.FirstOrDefault(fact => fact.Unknown is not null && test.Policy.LimitOf(fact.Fact) is not null) is { } unknown)
            throw new PerfTestException($"{test.DisplayName} sets {unknown.Fact.LimitedBy}, which cannot be found out: {unknown.Unknown}.");
    }

    private static void RefuseRatio(PerfTest test)
    {
        if (!(test.Policy.MaxRatio is > 0 and < double.PositiveInfinity))
            throw new PerfTestException($"{test.DisplayName} sets MaxRatio = {test.Policy.MaxRatio}: how many times as long as {test.RelativeTo!.Name} it may take is a number above 0.");
        // A comparison times batches of two bodies in turn and has no percentiles: a budget would be passed over in silence.
        if (test.Policy.Budget is { } budget)
            throw new PerfTestException($"{test.DisplayName} sets both RelativeTo and Budget = \"{budget}\". A test is held against one of them: make two of it.");
    }

    private async ValueTask<PerfTestResult> CompareAsync(PerfTest test, PerfReference reference, PerfTestResult counted, CancellationToken cancellationToken)
    {
        var comparer = new Comparer(test.Body, reference.Body, _plan, new ComparisonPlan(), _instruments, Random);
        var first = await comparer.CompareAsync(IsClear, cancellationToken).ConfigureAwait(false);
        var allocation = AllocationRules.Judge(first.SubjectAllocation, first.Settled, null, _machine, test.Policy);
        var verdict = ComparisonRules.Judge(first, null, reference.Name, test.Policy);
        Comparison? second = null;
        if (VerdictRules.NeedsConfirmation(verdict) || VerdictRules.NeedsConfirmation(allocation))
        {
            second = await comparer.ConfirmAsync(first, IsClear, cancellationToken).ConfigureAwait(false);
            allocation = AllocationRules.Judge(second.SubjectAllocation, second.Settled, null, _machine, test.Policy);
            verdict = ComparisonRules.Judge(first, second, reference.Name, test.Policy);
        }

        verdict = allocation.Outcome == PerfOutcome.Failed || (allocation.Outcome == PerfOutcome.Inconclusive && verdict.Outcome != PerfOutcome.Failed) ? allocation with { TimeRatio = verdict.TimeRatio } : verdict;
        return new PerfTestResult(test, counted.Key, FactRules.Combine(counted.Verdict, verdict, isFirst: false), _machine, counted.Paths)
        {
            Facts = counted.Facts,
            Comparison = second is not null && second.Ratio.Ratio < first.Ratio.Ratio ? second : first,
            Elapsed = first.Elapsed + (second is null ? TimeSpan.Zero : _plan.Pause + second.Elapsed),
            Confirmed = second is not null,
        };

        bool IsClear(RatioEstimate ratio) => ComparisonRules.IsClear(ratio, test.Policy.MaxRatio);
    }

    private async ValueTask<Findings> MeasureAsync(PerfTest test, BaselineEntry? entry, TestBudget? budget, CancellationToken cancellationToken)
    {
        var record = entry?.Machines.GetValueOrDefault(_machine.Key);
        Func<IReadOnlyList<BatchSample>, bool>? clearlyFine = record is null ? null : samples => VerdictRules.IsClearlyFine(samples, record);
        var measurer = new Measurer(test.Body, _plan, _instruments);
        var first = await measurer.MeasureAsync(clearlyFine, cancellationToken).ConfigureAwait(false);
        var verdict = VerdictRules.Judge([first], entry, _machine, test.Policy);
        var kept = BudgetRules.Judge(budget, [first], record);
        if (!VerdictRules.NeedsConfirmation(verdict) && !BudgetRules.NeedsConfirmation(kept))
            return new Findings(first, first, null, BudgetRules.Combine(kept, verdict)) { Budget = kept };

        var second = await measurer.ConfirmAsync(first, clearlyFine, cancellationToken).ConfigureAwait(false);
        kept = BudgetRules.Judge(budget, [first, second], record);
        verdict = BudgetRules.Combine(kept, VerdictRules.Judge([first, second], entry, _machine, test.Policy));
        // What is shown and recorded is the better of the two: noise only ever adds time.
        return new Findings(second.Latency.Min < first.Latency.Min ? second : first, first, second, verdict) { Budget = kept };
    }

    private PerfTestResult Conclude(PerfTest test, string key, BaselinePaths paths, BaselineEntry? entry, Counted counted, Findings findings)
    {
        var now = BaselineRecord.From(findings.Shown, _time.GetUtcNow().UtcDateTime, FactRules.ToRecord(counted.Facts));
        var verdict = FactRules.Combine(counted.Verdict, findings.Verdict, isFirst: counted.Baseline.IsEmpty && !now.Facts.IsEmpty);
        return new PerfTestResult(test, key, verdict, _machine, paths)
        {
            Facts = counted.Facts,
            FactBaseline = counted.Baseline,
            Budget = findings.Budget,
            Baseline = entry?.Machines.GetValueOrDefault(_machine.Key),
            AllocationBaseline = entry is null ? null : AllocationRules.Comparable(entry, _machine),
            Now = now,
            Spread = findings.Shown.Latency.Spread,
            Elapsed = findings.First.Elapsed + (findings.Second is null ? TimeSpan.Zero : _plan.Pause + findings.Second.Elapsed),
            Confirmed = findings.Second is not null,
            ReceiveProblem = ReceivedResult.Update(test, key, paths, _machine, verdict, now),
        };
    }

    private sealed record Counted(IReadOnlyList<CountedFact> Facts, FactCounts Baseline, Verdict Verdict);

    private sealed record Findings(Measurement Shown, Measurement First, Measurement? Second, Verdict Verdict)
    {
        public JudgedBudget? Budget { get; init; }
    }
}
