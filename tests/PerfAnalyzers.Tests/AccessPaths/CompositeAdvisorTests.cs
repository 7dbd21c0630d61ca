using System.Collections.Immutable;
using CsCheck;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Tests.AccessPaths;

public class CompositeAdvisorTests
{
    private static readonly TableIndex s_key = new(IndexOrigin.Key, "Id") { IsUnique = true };
    private static readonly TableIndex s_a = new(IndexOrigin.Convention, "A");

    [Fact]
    public void An_equality_that_is_left_over_extends_the_index() => Assert.Equal("(A) → (A, B)", Advise([Is("B"), Is("A")], [], s_key, s_a));

    [Fact]
    public void A_range_that_is_left_over_extends_the_index() => Assert.Equal("(A) → (A, B)", Advise([Is("A"), Range("B")], [], s_key, s_a));

    [Fact]
    public void A_sort_that_is_left_over_extends_the_index() => Assert.Equal("(A) → (A, B)", Advise([Is("A")], [new("B", true)], s_key, s_a));

    [Fact]
    public void A_mixed_order_gets_directions() => Assert.Equal("(A) → (A, B, C desc)", Advise([Is("A")], [new("B", false), new("C", true)], s_key, s_a));

    [Fact]
    public void An_index_that_does_not_start_the_new_one_stays() => Assert.Equal("(A, C) + (A, B)", Advise([Is("A")], [new("B", true)], s_key, new(IndexOrigin.Fluent, "A", "C")));

    [Fact]
    public void A_unique_index_stays() => Assert.Equal("(A, B) + (A, B, C)", Advise([Is("A"), Range("C")], [new("B", true)], new TableIndex(IndexOrigin.Fluent, "A", "B") { IsUnique = true }));

    [Fact]
    public void An_index_with_a_filter_is_not_extended() =>
        Assert.Equal("(A) + (A, B)", Advise([Is("A"), Is("B")], [], new TableIndex(IndexOrigin.Fluent, "A") { Filter = "[A] IS NOT NULL" }));

    [Fact]
    public void A_lookup_of_one_row_needs_no_more() => Assert.Null(Advise([Is("Id"), Is("B")], [new("C", false)], s_key));

    [Fact]
    public void A_lookup_of_one_row_needs_no_index_of_more_columns() => Assert.Null(Advise([Is("Id"), Is("A"), Is("B")], [], new(IndexOrigin.Fluent, "A", "B"), s_key));

    [Fact]
    public void An_index_that_the_query_itself_seeks_by_comes_before_that_of_a_query_filter() =>
        Assert.Equal("(A) → (A, B)", Advise([Filtered("D"), Is("A"), Is("B")], [], new(IndexOrigin.Fluent, "D"), s_a));

    [Fact]
    public void An_index_by_a_value_comes_before_one_by_a_range() => Assert.Equal("(A) → (A, D)", Advise([Range("D"), Is("A")], [], new(IndexOrigin.Fluent, "D"), s_a));

    [Fact]
    public void An_index_by_a_value_comes_before_one_by_null() =>
        Assert.Equal("(A) → (A, D)", Advise([Is("D") with { IsNullTest = true }, Is("A")], [], new(IndexOrigin.Fluent, "D"), s_a));

    [Fact]
    public void A_seek_by_a_query_filter_leaves_the_rest() => Assert.Equal("(D) + (A, B)", Advise([Filtered("D"), Is("A"), Is("B")], [], new TableIndex(IndexOrigin.Fluent, "D")));

    [Fact]
    public void A_seek_by_a_query_filter_that_there_may_not_be_is_none() =>
        Assert.Null(Advise([Filtered("D") with { IsGuessed = true }, Is("A"), Is("B")], [], new TableIndex(IndexOrigin.Fluent, "D")));

    [Fact]
    public void One_row_that_a_query_filter_might_find_is_not_found() =>
        Assert.Equal("(A) → (A, B)", Advise([Filtered("Id") with { IsGuessed = true }, Is("A"), Is("B")], [], s_key, s_a));

    [Fact]
    public void The_longest_index_is_extended() =>
        Assert.Equal("(A, B) → (A, B, C)", Advise([Is("A"), Is("B"), Range("C")], [], s_a, new(IndexOrigin.Fluent, "A", "B")));

    [Fact]
    public void A_range_of_a_unique_index_is_no_lookup_of_one_row() => Assert.NotNull(Advise([Range("Id"), Is("B")], [], s_key));

    [Fact]
    public void An_index_that_has_it_all_is_enough() => Assert.Null(Advise([Is("A"), Is("B")], [new("C", true)], s_key, new(IndexOrigin.Fluent, "B", "A", "C")));

    [Fact]
    public void Another_index_that_has_it_all_is_enough() => Assert.Null(Advise([Is("A")], [new("B", true)], s_a, new(IndexOrigin.Fluent, "A", "B", "C")));

    [Theory]
    [InlineData("")]
    [InlineData("[A] IS NOT NULL")]
    public void A_filtered_index_that_may_have_it_all_is_enough(string filter) =>
        Assert.Null(Advise([Is("A"), Is("B")], [], s_a, new TableIndex(IndexOrigin.Fluent, "A", "B") { IsUnique = true, Filter = filter }));

    [Fact]
    public void A_filtered_index_that_cannot_serve_the_query_is_not_enough() =>
        Assert.Equal("(A) → (A, B)", Advise([Is("A"), Is("B")], [], s_a, new TableIndex(IndexOrigin.Fluent, "A", "B") { Filter = "[C] IS NULL", FilterColumns = ["C"] }));

    [Fact]
    public void A_sort_key_that_today_s_index_holds_to_one_value_is_not_left_over() =>
        Assert.Equal("B, C", string.Join(", ", Find(new TableShape([Is("A"), Is("B")], [new("A", false), new("B", false), new("C", false)], HasLimit: true), [s_a])!.Left));

    [Fact]
    public void A_seek_by_the_range_is_not_given_up_for_the_order() => Assert.Null(Advise([Is("A"), Range("B")], [new("C", false)], new TableIndex(IndexOrigin.Fluent, "A", "B")));

    [Fact]
    public void A_bool_is_not_worth_an_index() => Assert.Null(Advise([Is("A"), new ColumnPredicate("B", Comparison.Truth, 0) { HasFewValues = true }], [], s_a));

    [Fact]
    public void An_unread_order_is_left_alone() => Assert.Null(Advise(new TableShape([Is("A"), Is("B")], [], HasLimit: true) { HasUnreadOrder = true }, s_a));

    [Fact]
    public void An_or_is_left_alone() => Assert.Null(Advise([Is("A"), new OrPredicate([Is("B"), Is("C")]), Is("D")], [], s_a));

    [Fact]
    public void An_unread_predicate_is_left_alone() => Assert.Null(Advise([Is("A"), Is("B"), new UnknownPredicate("?")], [], s_a));

    [Fact]
    public void A_query_filter_that_is_left_over_is_left_alone() => Assert.Null(Advise([Is("A"), new ColumnPredicate("B", Comparison.Equality, ColumnPredicate.QueryFilterSite)], [], s_a));

    [Fact]
    public void The_first_predicate_left_over_is_where_it_stands() =>
        Assert.Equal(7, CompositeAdvisor.Advise(new TableShape([Is("A"), Is("B") with { Site = 7 }], [], HasLimit: false), SeekBy(s_a, 1), [s_a], DatabaseTraits.SqlServer)!.Site);

    [Fact]
    public void The_advice_is_never_given_twice() => s_cases.Sample(item =>
    {
        if (Find(item.Shape, item.Indexes) is not { } advice)
            return;

        ImmutableArray<TableIndex> then = [.. item.Indexes, advice.Index.ToTableIndex()];
        Assert.Null(Find(item.Shape, then));
    });

    [Fact]
    public void An_extended_index_starts_the_new_one() => s_cases.Sample(item =>
    {
        if (Find(item.Shape, item.Indexes) is { Extended: { } extended } advice)
            Assert.Equal(extended.Columns, advice.Index.Columns.Take(extended.Columns.Length));
    });

    private static readonly Gen<string> s_column = Gen.OneOf("A", "B", "C", "D");

    private static readonly Gen<TableIndex> s_index =
        from columns in s_column.Array[1, 3]
        from isUnique in Gen.Bool
        select new TableIndex(IndexOrigin.Fluent, [.. columns.Distinct()]) { IsUnique = isUnique };

    private static readonly Gen<(TableShape Shape, ImmutableArray<TableIndex> Indexes)> s_cases =
        from filter in (from column in s_column from comparison in Gen.OneOf(Comparison.Equality, Comparison.In, Comparison.Range) select (Predicate)new ColumnPredicate(column, comparison, 0)).Array[1, 4]
        from order in Gen.Select(s_column, Gen.Bool).Array[0, 2]
        from indexes in s_index.Array[1, 3]
        select (new TableShape([.. filter], [.. order.Select(key => new SortKey(key.Item1, key.Item2))], HasLimit: true), indexes.ToImmutableArray());

    private static CompositeAdvice? Find(TableShape shape, ImmutableArray<TableIndex> indexes) =>
        AccessPathFinder.Find(shape.Filter, indexes, DatabaseTraits.SqlServer) is Seek seek ? CompositeAdvisor.Advise(shape, seek, indexes, DatabaseTraits.SqlServer) : null;

    private static ColumnPredicate Is(string column) => new(column, Comparison.Equality, 0);

    private static ColumnPredicate Filtered(string column) => new(column, Comparison.Equality, ColumnPredicate.QueryFilterSite);

    private static ColumnPredicate Range(string column) => new(column, Comparison.Range, 0);

    private static Seek SeekBy(TableIndex index, int columns) => new([new IndexUse(index, columns)]);

    private static string? Advise(ImmutableArray<Predicate> filter, ImmutableArray<SortKey> order, params ImmutableArray<TableIndex> indexes) =>
        Advise(new TableShape(filter, order, HasLimit: true), indexes);

    private static string? Advise(TableShape shape, params ImmutableArray<TableIndex> indexes) => Find(shape, indexes) switch
    {
        null => null,
        { Extended: { } extended } advice => $"{extended} → {advice.Index}",
        var advice => $"{advice.Today} + {advice.Index}",
    };
}
