using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Tests.AccessPaths;

public class SortPathTests
{
    private static readonly TableIndex s_abc = new(IndexOrigin.Fluent, "A", "B", "C");
    private static readonly TableIndex s_key = new(IndexOrigin.Key, "Id") { IsUnique = true };

    [Fact]
    public void An_index_delivers_its_own_order() => Assert.True(Delivers(s_abc, 0, Up("A"), Up("B")));

    [Fact]
    public void An_index_is_read_backwards() => Assert.True(Delivers(s_abc, 0, Down("A"), Down("B"), Down("C")));

    [Fact]
    public void A_mixed_order_needs_the_same_directions() => Assert.False(Delivers(s_abc, 0, Up("A"), Down("B")));

    [Fact]
    public void An_index_with_the_same_directions_delivers_a_mixed_order() => Assert.True(Delivers(Directed(false, true), 0, Up("A"), Down("B")));

    [Fact]
    public void An_index_with_the_opposite_directions_is_read_backwards() => Assert.True(Delivers(Directed(true, false), 0, Up("A"), Down("B")));

    [Fact]
    public void Descending_columns_alone_do_not_make_a_mixed_order() => Assert.False(Delivers(Directed(true, true), 0, Up("A"), Down("B")));

    [Fact]
    public void The_order_starts_after_the_columns_compared_for_equality() => Assert.True(Delivers(s_abc, 1, Up("B"), Up("C")));

    [Fact]
    public void A_column_may_not_be_skipped() => Assert.False(Delivers(s_abc, 0, Up("A"), Up("C")));

    [Fact]
    public void A_key_that_equals_one_value_does_not_count() => Assert.True(Delivers(s_abc, 1, Down("A"), Up("B")));

    [Fact]
    public void A_unique_index_leaves_nothing_to_sort_by_after_its_columns() => Assert.True(Delivers(s_key, 0, Up("Id"), Down("A")));

    [Fact]
    public void Another_index_may_have_rows_alike_in_all_its_columns() => Assert.False(Delivers(s_abc, 0, Up("A"), Up("B"), Up("C"), Up("D")));

    [Fact]
    public void The_key_follows_the_columns_where_indexes_hold_it() => Assert.True(SortPath.Delivers(s_abc, 3, [Down("Id")], [s_abc, s_key], DatabaseTraits.SqlServer));

    [Fact]
    public void The_key_follows_no_columns_elsewhere() => Assert.False(SortPath.Delivers(s_abc, 3, [Down("Id")], [s_abc, s_key], DatabaseTraits.PostgreSql));

    [Fact]
    public void The_key_does_not_come_before_the_columns() => Assert.False(SortPath.Delivers(s_abc, 1, [Down("Id")], [s_abc, s_key], DatabaseTraits.SqlServer));

    [Fact]
    public void Decimals_have_no_order_on_SQLite() => Assert.False(SortPath.Delivers(s_abc, 0, [Up("A") with { IsDecimal = true }], DatabaseTraits.Sqlite));

    [Fact]
    public void The_leading_key_is_enough_for_a_limit() => Assert.True(SortPath.LeadingKeyIsServed(Down("A"), [], [s_key, s_abc], DatabaseTraits.SqlServer));

    [Fact]
    public void A_later_column_is_not_the_leading_one() => Assert.False(SortPath.LeadingKeyIsServed(Up("B"), [], [s_key, s_abc], DatabaseTraits.SqlServer));

    [Fact]
    public void An_index_of_another_method_has_no_order() => Assert.False(SortPath.LeadingKeyIsServed(Up("A"), [], [s_abc with { Method = "hash" }], DatabaseTraits.PostgreSql));

    private static TableIndex Directed(params bool[] isDescending) => s_abc with { Columns = [.. s_abc.Columns.Zip(isDescending, (column, descends) => column with { IsDescending = descends })] };

    private static SortKey Up(string column) => new(column, IsDescending: false);

    private static SortKey Down(string column) => new(column, IsDescending: true);

    private static bool Delivers(TableIndex index, int equalities, params ImmutableArray<SortKey> order) => SortPath.Delivers(index, equalities, order, DatabaseTraits.SqlServer);
}
