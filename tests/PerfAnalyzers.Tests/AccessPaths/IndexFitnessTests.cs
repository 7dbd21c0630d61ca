using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Tests.AccessPaths;

public class IndexFitnessTests
{
    private static readonly TableIndex s_ab = new(IndexOrigin.Fluent, "A", "B");

    [Fact]
    public void A_plain_index_on_a_tested_column_serves() => Assert.Equal("Serves", Judge(s_ab, Is("A")));

    [Fact]
    public void An_index_on_other_columns_is_useless() => Assert.Equal("Useless", Judge(s_ab, Is("C")));

    [Theory]
    [InlineData("[A] IS NOT NULL", "Serves")]
    [InlineData("([A] IS NOT NULL)", "Serves")]
    [InlineData("\"a\" is not null", "Serves")]
    [InlineData("[A] IS NOT NULL AND [B] IS NOT NULL", "Useless")]
    [InlineData("[A] IS NOT NULL OR [B] IS NOT NULL", "MightServe")]
    [InlineData("[A] > 0", "MightServe")]
    [InlineData("[Deleted] = 0", "MightServe")]
    [InlineData("", "MightServe")]
    public void A_filter_must_be_implied_by_what_is_compared(string filter, string fit) => Assert.Equal(fit, Judge(s_ab with { Filter = filter }, Is("A")));

    [Fact]
    public void A_filter_that_speaks_of_nothing_compared_is_useless() => Assert.Equal("Useless", Judge(s_ab with { Filter = "[Deleted] = 0" }, Is("C")));

    [Fact]
    public void An_expression_on_the_filtered_column_might_imply_it() =>
        Assert.NotEqual("Useless", Judge(s_ab with { Filter = "[B] IS NOT NULL" }, Is("A"), new ColumnExpressionPredicate("B", ColumnTransform.Function, "f(B)", Comparison.Equality, 0)));

    [Fact]
    public void A_filter_on_a_column_that_is_not_tested_is_not_implied() =>
        Assert.Equal("Useless", Judge(s_ab with { Filter = "[Deleted] = 0", FilterColumns = ["Deleted"] }, Is("A")));

    [Fact]
    public void A_filter_on_a_tested_column_might_be_implied() =>
        Assert.Equal("MightServe", Judge(s_ab with { Filter = "[Deleted] = 0", FilterColumns = ["Deleted"] }, Is("A"), Is("Deleted")));

    [Fact]
    public void What_stands_around_an_OR_may_imply_the_filter() =>
        Assert.Equal(IndexFit.MightServe, IndexFitness.Judge(s_ab with { Filter = "[Deleted] = 0", FilterColumns = ["Deleted"] }, [Is("A")], given: [Is("Deleted")]));

    [Fact]
    public void A_column_that_is_null_is_in_no_index_that_leaves_nulls_out() =>
        Assert.Equal("Useless", Judge(s_ab with { Filter = "[A] IS NOT NULL" }, Is("A") with { IsNullTest = true }));

    [Theory]
    [InlineData("btree", "Serves")]
    [InlineData("gin", "Useless")]
    [InlineData("hash", "Useless")]
    [InlineData("brin", "MightServe")]
    [InlineData("gist", "MightServe")]
    public void A_method_has_its_own_uses(string method, string fit) => Assert.Equal(fit, Judge(s_ab with { Method = method }, Is("A")));

    [Theory]
    [InlineData("gin")]
    [InlineData("GIN")]
    public void A_gin_index_might_serve_the_start_of_a_text(string method) => Assert.Equal("MightServe", Judge(s_ab with { Method = method }, new ColumnPredicate("A", Comparison.Prefix, 0)));

    [Fact]
    public void An_operator_class_might_serve() => Assert.Equal("MightServe", Judge(s_ab with { HasOperatorClass = true }, Is("A")));

    private static ColumnPredicate Is(string column) => new(column, Comparison.Equality, 0);

    private static string Judge(TableIndex index, params ImmutableArray<Predicate> conjuncts) => IndexFitness.Judge(index, conjuncts).ToString();
}
