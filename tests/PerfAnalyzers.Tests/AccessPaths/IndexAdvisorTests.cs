using System.Collections.Immutable;
using CsCheck;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Tests.AccessPaths;

public class IndexAdvisorTests
{
    [Fact]
    public void Equality_comes_before_sort_and_sort_before_range() =>
        Assert.Equal(["(Status, Priority, CreatedAt)"], Advise([Range("CreatedAt"), Is("Status")], new SortKey("Priority", false)));

    [Fact]
    public void A_range_without_an_equality_leads() => Assert.Equal(["(CreatedAt)"], Advise([Range("CreatedAt")], new SortKey("Priority", false)));

    [Fact]
    public void A_sort_by_the_range_column_is_kept() =>
        Assert.Equal(["(CreatedAt, Id)"], Advise([Range("CreatedAt")], new SortKey("CreatedAt", true), new SortKey("Id", true)));

    [Fact]
    public void Columns_of_many_values_come_first() =>
        Assert.Equal(["(Email, IsActive)"], Advise([Is("IsActive") with { HasFewValues = true }, Is("Email")]));

    [Fact]
    public void Two_ranges_need_only_one_column() => Assert.Equal(["(From)"], Advise([Range("From"), Range("To")]));

    [Fact]
    public void Each_operand_of_an_or_gets_an_index() => Assert.Equal(["(Email)", "(Phone)"], Advise([new OrPredicate([Is("Email"), Is("Phone")])]));

    [Fact]
    public void Only_columns_of_few_values_get_no_index() => Assert.Empty(Advise([Is("IsActive") with { HasFewValues = true }]));

    [Fact]
    public void A_query_filter_gets_no_index() => Assert.Empty(Advise([new ColumnPredicate("TenantId", Comparison.Equality, ColumnPredicate.QueryFilterSite)]));

    [Fact]
    public void The_advised_indexes_turn_a_scan_into_a_seek() =>
        s_shapes.Sample(shape =>
        {
            var advised = IndexAdvisor.Advise(shape, [], DatabaseTraits.SqlServer).Select(index => index.ToTableIndex()).ToImmutableArray();
            Assert.True(advised.IsEmpty || AccessPathFinder.Find(shape.Filter, advised, DatabaseTraits.SqlServer) is Seek, $"{shape.Filter[0]} is not served by {string.Join(" ", advised)}");
        });

    private static readonly Gen<string> s_column = Gen.OneOf("A", "B", "C", "D");

    private static readonly Gen<Predicate> s_predicate =
        from column in s_column
        from comparison in Gen.Enum<Comparison>()
        from hasFewValues in Gen.Bool
        select (Predicate)new ColumnPredicate(column, comparison, 0) { HasFewValues = hasFewValues };

    private static readonly Gen<Predicate> s_nested = Gen.Recursive<Predicate>((depth, self) => depth > 3
        ? s_predicate
        : Gen.Frequency(
            (3, s_predicate),
            (1, self.Array[2, 3].Select(operands => (Predicate)new AndPredicate([.. operands]))),
            (1, self.Array[2, 3].Select(operands => (Predicate)new OrPredicate([.. operands])))));

    private static readonly Gen<TableShape> s_shapes =
        from filter in s_nested.Array[1, 3]
        from order in s_column.Array[0, 2]
        select new TableShape([.. filter], [.. order.Select(column => new SortKey(column, false))], HasLimit: true);

    private static ColumnPredicate Is(string column) => new(column, Comparison.Equality, 0);

    private static ColumnPredicate Range(string column) => new(column, Comparison.Range, 0);

    private static IEnumerable<string> Advise(ImmutableArray<Predicate> filter, params ImmutableArray<SortKey> order) =>
        IndexAdvisor.Advise(new TableShape(filter, order, HasLimit: true), [], DatabaseTraits.SqlServer).Select(index => index.ToString());
}
