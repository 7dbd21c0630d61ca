using System.Collections.Immutable;
using CsCheck;
using PerfAnalyzers.AccessPaths;
using PerfTool.Indexes;
using PerfTool.Indexes.Merging;

namespace PerfTool.Tests.Indexes;

public class AdviceMergerTests
{
    private static readonly string[] s_columns = ["A", "B", "C", "D"];

    private static readonly Gen<AdvisedIndex> s_index =
        from columns in Gen.Shuffle(s_columns, 1, 4)
        from flags in Gen.Bool.Array[4]
        from interchangeable in Gen.Int[0, columns.Length]
        select new AdvisedIndex([.. columns.Select((name, i) => new IndexColumn(name, flags[i] && i >= interchangeable))], interchangeable);

    private static readonly Gen<QueryFinding> s_finding =
        from entity in OneOf.These("Shop.Order", "Shop.Line")
        from advised in s_index.Array[1, 2]
        from line in Gen.Int[1, 9]
        select Finding(entity, line, advised);

    [Fact]
    public void Each_query_is_served() => s_finding.Array[0, 8].Sample(findings =>
    {
        var merged = AdviceMerger.Merge(findings);
        return findings.All(finding => finding.Advised.All(advised => merged.Any(index => index.Entity == finding.Entity && Serves(index, advised))));
    });

    [Fact]
    public void There_are_never_more_indexes_than_were_advised() => s_finding.Array[0, 8].Sample(findings =>
        AdviceMerger.Merge(findings).Count <= findings.SelectMany(finding => finding.Advised.Select(index => (finding.Entity, index.ToString()))).Distinct().Count());

    [Fact]
    public void The_order_of_the_logs_makes_no_difference() => s_finding.Array[0, 8].Sample(findings =>
        Text(AdviceMerger.Merge(findings)) == Text(AdviceMerger.Merge(findings.Reverse())));

    [Fact]
    public void A_log_that_comes_twice_makes_no_difference() => s_finding.Array[0, 8].Sample(findings =>
        Text(AdviceMerger.Merge(findings)) == Text(AdviceMerger.Merge(findings.Concat(findings))));

    [Fact]
    public void Columns_compared_for_equality_are_put_into_the_order_that_serves_both() =>
        Assert.Equal("Orders (B, A)", Text(AdviceMerger.Merge([Finding("Shop.Order", 1, Index(2, "A", "B")), Finding("Shop.Order", 2, Index(1, "B"))])));

    [Fact]
    public void Entities_of_one_table_share_its_indexes()
    {
        var parent = Finding("Shop.Order", 1, Index(1, "A"));
        var derived = Finding("Shop.WebOrder", 2, Index(2, "A", "B")) with { Table = parent.Table };

        Assert.Equal("Orders (A, B)", Text(AdviceMerger.Merge([parent, derived])));
    }

    [Fact]
    public void An_index_names_all_queries_that_it_serves()
    {
        var index = Assert.Single(AdviceMerger.Merge([Finding("Shop.Order", 1, Index(1, "A")), Finding("Shop.Order", 2, Index(1, "A"))]));

        Assert.Equal(["Queries.cs:1 (PERF101)", "Queries.cs:2 (PERF101)"], index.Queries.Select(query => query.ToString()));
    }

    private static AdvisedIndex Index(int interchangeable, params string[] columns) => new([.. columns.Select(name => new IndexColumn(name))], interchangeable);

    private static QueryFinding Finding(string entity, int line, params AdvisedIndex[] advised) =>
        new(new QuerySite("PERF101", "Queries.cs", line), 9, entity, new TableName(null, entity.Split('.')[1] + "s"), [.. advised], ImmutableDictionary<string, string>.Empty);

    /// <summary>Said once more, in another way than the code says it.</summary>
    private static bool Serves(MissingIndex index, AdvisedIndex advised)
    {
        var free = advised.Columns.Take(advised.Interchangeable).Select(column => column.Name).Order();
        var kept = advised.Columns.Skip(advised.Interchangeable).Select(column => (column.Name, column.IsDescending));
        return index.Columns.Take(advised.Interchangeable).Select(column => column.Property).Order().SequenceEqual(free)
            && index.Columns.Skip(advised.Interchangeable).Take(kept.Count()).Select(column => (column.Property, column.IsDescending)).SequenceEqual(kept);
    }

    private static string Text(IEnumerable<MissingIndex> indexes) => string.Join('\n', indexes);
}
