using System.Collections.Immutable;
using PerfTooling.PlanOracle.Generation;
using PerfTooling.PlanOracle.Planners;

namespace PerfTooling.PlanOracle.Comparison;

/// <summary>One query, what the analyzer says of it, and what the planner says.</summary>
internal sealed record ComparedQuery(int Seed, GeneratedQuery Query, ImmutableArray<string> Rules, PlannerVerdict Planner)
{
    /// <summary>The rules that say: no index can seek.</summary>
    private static readonly string[] s_scanRules = ["PERF101", "PERF102", "PERF105", "PERF106", JoinRule, "PERF110", "PERF111"];

    private const string JoinRule = "PERF107";
    private const string SortRule = "PERF103";

    /// <summary>Why the analyzer says nothing of the query, where it gives a reason.</summary>
    public string? Silence { get; init; }

    /// <summary>The rule that reports a scan, or null.</summary>
    public string? ScanRule => Rules.FirstOrDefault(s_scanRules.Contains);

    public bool ReportsSort => Rules.Contains(SortRule);

    /// <summary>No question where EF Core left the query's filter out: what was compared was another query.</summary>
    public Verdict Scan => Query.HasOwnFilter && !Planner.HasFilter ? Verdict.None : Compare(
        ScanRule is not null,
        ScanRule == JoinRule ? Planner.RepeatsScan || (Query.HasOwnFilter && Planner.Scans) : Query.HasOwnFilter && Planner.Scans,
        arises: Query.HasOwnFilter);

    /// <summary>A sort is a question of queries without a filter of their own: otherwise it is the filter that counts.</summary>
    public Verdict Sort => Compare(
        ReportsSort,
        Planner.Sorts && Planner.Scans && !Query.HasOwnFilter,
        arises: Query is { HasOwnFilter: false, IsOrderedAndLimited: true });

    private static Verdict Compare(bool reported, bool done, bool arises) => (reported, done) switch
    {
        (true, true) => Verdict.TruePositive,
        (true, false) => Verdict.FalsePositive,
        _ when !arises => Verdict.None,
        (false, true) => Verdict.FalseNegative,
        _ => Verdict.TrueNegative,
    };
}
