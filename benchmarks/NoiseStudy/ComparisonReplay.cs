using PerfAssert;
using PerfAssert.Comparing;
using PerfAssert.Measuring;
using PerfAssert.Statistics;
using PerfAssert.Verdicts;

namespace PerfTooling.NoiseStudy;

/// <summary>Gate 2 over recorded traces: each is cut into comparisons, one after the other.</summary>
internal static class ComparisonReplay
{
    private static readonly ComparisonPlan s_plan = new();

    /// <summary>
    /// The outcome of each comparison that fits into the trace, and its length in seconds; a failure is confirmed by the stretch that follows it.
    /// </summary>
    /// <param name="trace">The trace.</param>
    /// <param name="slower">How much slower the subject shall be than it was.</param>
    /// <param name="longest">How many seconds a comparison may take.</param>
    public static IEnumerable<(PerfOutcome Outcome, double Seconds)> Judge(Trace trace, double slower, double longest)
    {
        PairSample[] pairs = [.. trace.Pairs.Chunk(2).Select(pair => new PairSample(pair[0] * slower, pair[1]))];
        var perLook = Math.Max(1, (int)(s_plan.Look.TotalNanoseconds / trace.PairNanoseconds));
        var most = Math.Max((int)(longest * 1e9 / trace.PairNanoseconds), s_plan.FewestBlocks * trace.PairsPerBlock);
        for (var start = 0; start + most <= pairs.Length;)
        {
            var (first, used) = Compare(pairs, start, most, perLook, trace.PairsPerBlock);
            start += used;
            var verdict = ComparisonRules.Judge(first, null, "its equal", PerfPolicy.Default);
            if (VerdictRules.NeedsConfirmation(verdict))
            {
                if (start + most > pairs.Length)
                    yield break;
                var (second, more) = Compare(pairs, start, most, perLook, trace.PairsPerBlock);
                start += more;
                used += more;
                verdict = ComparisonRules.Judge(first, second, "its equal", PerfPolicy.Default);
            }

            yield return (verdict.Outcome, used * trace.PairNanoseconds / 1e9);
        }
    }

    private static (Comparison Comparison, int Pairs) Compare(PairSample[] pairs, int start, int most, int perLook, int pairsPerBlock)
    {
        for (var length = Math.Min(perLook, most); ; length = Math.Min(length + perLook, most))
        {
            var own = new ArraySegment<PairSample>(pairs, start, length);
            if (length < pairsPerBlock)
                continue;
            var ratio = RatioEstimate.Of(own, pairsPerBlock);
            if (length == most || (ratio.Blocks >= s_plan.FewestBlocks && ComparisonRules.IsClear(ratio, PerfPolicy.DefaultMaxRatio)))
                return (Of(own, pairsPerBlock, ratio), length);
        }
    }

    private static Comparison Of(IReadOnlyList<PairSample> pairs, int pairsPerBlock, RatioEstimate ratio) => new()
    {
        Pairs = pairs,
        PairsPerBlock = pairsPerBlock,
        Ratio = ratio,
        Subject = Latency.From([.. pairs.Select(pair => pair.Subject)], []),
        Reference = Latency.From([.. pairs.Select(pair => pair.Reference)], []),
        SubjectAllocation = new Allocation(0, Exact: true),
        ReferenceAllocation = new Allocation(0, Exact: true),
        Settled = true,
        Elapsed = TimeSpan.Zero,
    };
}
