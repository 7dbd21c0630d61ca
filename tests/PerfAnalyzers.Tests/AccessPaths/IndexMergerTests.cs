using CsCheck;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Tests.AccessPaths;

public class IndexMergerTests
{
    [Fact]
    public void A_shorter_index_is_part_of_a_longer_one() => Assert.Equal(["(A, B)"], Merge(Of(1, "A"), Of(1, "A", "B")));

    [Fact]
    public void Columns_compared_for_equality_change_places() => Assert.Equal(["(B, A)"], Merge(Of(2, "A", "B"), Of(1, "B")));

    [Fact]
    public void Columns_of_an_order_keep_their_places() => Assert.Equal(["(A, B)", "(B)"], Merge(Of(0, "A", "B"), Of(1, "B")));

    [Fact]
    public void Two_that_want_different_columns_first_stay_two() => Assert.Equal(["(A, B)", "(B)"], Merge(Of(2, "A", "B"), Of(1, "A"), Of(1, "B")));

    [Fact]
    public void Alike_but_for_the_places_of_free_columns_is_alike() => Assert.Single(Merge(Of(2, "A", "B"), Of(2, "B", "A")));

    [Fact]
    public void An_order_in_the_other_direction_is_another() =>
        Assert.Equal(2, IndexMerger.Merge([new([new("A"), new("B", true)], 0), new([new("A"), new("B")], 0)]).Length);

    [Fact]
    public void The_first_advised_stays_first() => Assert.Equal(["(C)", "(A, B)"], Merge(Of(1, "C"), Of(2, "A", "B")));

    [Fact]
    public void Each_advised_index_is_served() => s_advised.Sample(advised =>
    {
        var merged = IndexMerger.Merge(advised);
        Assert.All(advised, index => Assert.Contains(merged, other => Serves(other, index)));
    });

    [Fact]
    public void Merging_adds_no_index() => s_advised.Sample(advised => Assert.True(IndexMerger.Merge(advised).Length <= advised.Length));

    [Fact]
    public void Merging_twice_changes_nothing_more() => s_advised.Sample(advised =>
    {
        var merged = IndexMerger.Merge(advised);
        Assert.Equal(merged.Select(index => index.ToString()), IndexMerger.Merge(merged).Select(index => index.ToString()));
    });

    private static readonly Gen<AdvisedIndex> s_index =
        from columns in Gen.Select(Gen.OneOf("A", "B", "C", "D"), Gen.Bool).Array[1, 4]
        let distinct = columns.DistinctBy(column => column.Item1).ToArray()
        from free in Gen.Int[0, distinct.Length]
        select new AdvisedIndex([.. distinct.Select((column, i) => new IndexColumn(column.Item1, i >= free && column.Item2))], free);

    private static readonly Gen<AdvisedIndex[]> s_advised = s_index.Array[1, 6];

    /// <summary>True when the index starts with the advised columns, those compared for equality in any order.</summary>
    private static bool Serves(AdvisedIndex index, AdvisedIndex advised) =>
        index.Columns.Length >= advised.Columns.Length
        && index.Columns.Take(advised.Interchangeable).Select(column => column.Name).ToHashSet().SetEquals(advised.Columns.Take(advised.Interchangeable).Select(column => column.Name))
        && index.Columns.Skip(advised.Interchangeable).Take(advised.Columns.Length - advised.Interchangeable).SequenceEqual(advised.Columns.Skip(advised.Interchangeable));

    private static AdvisedIndex Of(int free, params string[] columns) => new([.. columns.Select(column => new IndexColumn(column))], free);

    private static IEnumerable<string> Merge(params AdvisedIndex[] advised) => IndexMerger.Merge(advised).Select(index => index.ToString());
}
