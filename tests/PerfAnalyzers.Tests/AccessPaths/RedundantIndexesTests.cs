using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Tests.AccessPaths;

public class RedundantIndexesTests
{
    private static readonly TableIndex s_a = new(IndexOrigin.Fluent, "A");
    private static readonly TableIndex s_ab = new(IndexOrigin.Fluent, "A", "B");

    [Fact]
    public void The_start_of_another_index_is_redundant() => Assert.Equal(["(A) by (A, B)"], Find(s_a, s_ab));

    [Fact]
    public void The_places_of_the_declarations_do_not_matter() => Assert.Equal(["(A) by (A, B)"], Find(s_ab, s_a));

    [Fact]
    public void The_start_of_a_key_is_redundant() => Assert.Equal(["(A) by (A, B)"], Find(s_ab with { Origin = IndexOrigin.Key, IsUnique = true }, s_a));

    [Fact]
    public void Of_two_that_are_alike_one_is_redundant() => Assert.Single(Find(s_a, s_a with { Origin = IndexOrigin.Attribute }));

    [Fact]
    public void A_plain_index_beside_a_unique_one_is_redundant() => Assert.Equal(["(A) by (A)"], Find(s_a, s_a with { IsUnique = true }));

    [Fact]
    public void Another_order_is_another_index() => Assert.Empty(Find(new TableIndex(IndexOrigin.Fluent, "B"), s_ab));

    [Fact]
    public void Another_direction_is_another_index() => Assert.Empty(Find(s_a with { Columns = [new("A", IsDescending: true)] }, s_ab));

    [Fact]
    public void A_unique_index_is_a_rule_about_the_data() => Assert.Empty(Find(s_a with { IsUnique = true }, s_ab));

    [Fact]
    public void A_key_is_never_redundant() => Assert.Empty(Find(s_a with { Origin = IndexOrigin.Key }, s_ab));

    [Fact]
    public void What_a_convention_made_cannot_be_taken_out() => Assert.Empty(Find(s_a with { Origin = IndexOrigin.Convention }, s_ab));

    [Fact]
    public void What_a_convention_made_may_go() => Assert.Empty(Find(s_a with { Origin = IndexOrigin.Convention }, s_a));

    [Fact]
    public void A_filtered_index_holds_only_some_rows() => Assert.Empty(Find(s_a, s_ab with { Filter = "[B] > 0" }));

    [Fact]
    public void A_filtered_index_is_smaller() => Assert.Empty(Find(s_a with { Filter = "[B] > 0" }, s_ab));

    [Fact]
    public void Included_columns_must_be_held() => Assert.Empty(Find(s_a with { Included = ["C"] }, s_ab));

    [Fact]
    public void An_included_column_may_be_one_of_the_key() => Assert.Equal(["(A) by (A, B)"], Find(s_a with { Included = ["B"] }, s_ab));

    [Fact]
    public void Another_method_is_another_index() => Assert.Empty(Find(s_a with { Method = "hash" }, s_ab));

    [Fact]
    public void A_prefix_counts_only_in_a_B_tree() => Assert.Empty(Find(s_a with { Method = "gin" }, s_ab with { Method = "gin" }));

    [Fact]
    public void An_operator_class_makes_another_index() => Assert.Empty(Find(s_a with { HasOperatorClass = true }, s_ab));

    private static IEnumerable<string> Find(params ImmutableArray<TableIndex> indexes) => RedundantIndexes.Find(indexes).Select(found => $"{found.Index} by {found.CoveredBy}");
}
