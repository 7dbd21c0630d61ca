using System.Collections.Immutable;

namespace PerfTooling.PlanOracle.Comparison;

/// <summary>What became of all batches of a run.</summary>
internal sealed record OracleResult(ImmutableArray<ComparedQuery> Compared, ImmutableArray<string> NotSent, ImmutableArray<string> Exceptions)
{
    public Tally Scans => Tally.Of(Compared.Select(query => query.Scan));

    public Tally Sorts => Tally.Of(Compared.Select(query => query.Sort));

    /// <summary>Disagreements on scans, those of one cause together as far as rule and forms tell.</summary>
    public IEnumerable<IGrouping<string, ComparedQuery>> ScanDisagreements => Group(
        Compared.Where(query => query.Scan is Verdict.FalsePositive or Verdict.FalseNegative),
        query => query.Silence is not null ? $"{query.Scan} {query.Silence}" : $"{query.Scan} {query.ScanRule} {string.Join(", ", query.Query.Forms.Where(form => form != "order"))}");

    public IEnumerable<IGrouping<string, ComparedQuery>> SortDisagreements => Group(
        Compared.Where(query => query.Sort is Verdict.FalsePositive or Verdict.FalseNegative),
        query => query.Silence is not null ? $"{query.Sort} {query.Silence}" : $"{query.Sort} {string.Join(", ", query.Query.Forms)}");

    private static IEnumerable<IGrouping<string, ComparedQuery>> Group(IEnumerable<ComparedQuery> queries, Func<ComparedQuery, string> key) =>
        queries.GroupBy(key).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
}
