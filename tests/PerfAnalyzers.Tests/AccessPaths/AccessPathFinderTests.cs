using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Tests.AccessPaths;

public class AccessPathFinderTests
{
    private static readonly TableIndex s_key = new(IndexOrigin.Key, "Id");
    private static readonly TableIndex s_tenantStatus = new(IndexOrigin.Fluent, "TenantId", "Status");

    [Fact]
    public void Equality_on_a_leading_column_seeks() => Assert.IsType<Seek>(Find([Is("TenantId")], s_key, s_tenantStatus));

    [Fact]
    public void A_range_on_a_leading_column_seeks() => Assert.IsType<Seek>(Find([Range("TenantId")], s_tenantStatus));

    [Fact]
    public void A_list_on_a_leading_column_seeks() => Assert.IsType<Seek>(Find([In("TenantId")], s_tenantStatus));

    [Fact]
    public void An_inequality_does_not_seek() =>
        Assert.Equal(ScanReason.NothingToIndex, ScanOf([new ColumnPredicate("TenantId", Comparison.Inequality, 0)], s_tenantStatus).Reason);

    [Fact]
    public void A_seek_uses_the_columns_after_an_equality() =>
        Assert.Equal(2, Assert.IsType<Seek>(Find([Is("TenantId"), Is("Status")], s_tenantStatus)).Uses.Single().ColumnsUsed);

    [Fact]
    public void A_seek_uses_no_column_after_a_range() =>
        Assert.Equal(1, Assert.IsType<Seek>(Find([Range("TenantId"), Is("Status")], s_tenantStatus)).Uses.Single().ColumnsUsed);

    [Fact]
    public void The_index_that_uses_most_columns_is_chosen() =>
        Assert.Equal(s_tenantStatus, Assert.IsType<Seek>(Find([Is("TenantId"), Is("Status")], new TableIndex(IndexOrigin.Fluent, "TenantId"), s_tenantStatus)).Uses.Single().Index);

    [Fact]
    public void A_column_in_no_index_scans_for_want_of_an_index() => Assert.Equal(ScanReason.NoIndex, ScanOf([Is("Email")], s_key).Reason);

    [Fact]
    public void One_indexed_conjunct_is_enough_to_seek() => Assert.IsType<Seek>(Find([Is("Email"), Is("Id")], s_key));

    [Fact]
    public void A_composite_index_does_not_seek_by_its_second_column() =>
        Assert.Equal(ScanReason.LeadingColumnNotConstrained, ScanOf([Is("Status")], s_tenantStatus).Reason);

    [Fact]
    public void The_skipped_index_is_named() => Assert.Equal(s_tenantStatus, ScanOf([Is("Status")], s_key, s_tenantStatus).Index);

    [Fact]
    public void A_column_of_few_values_alone_is_nothing_to_index() =>
        Assert.Equal(ScanReason.NothingToIndex, ScanOf([Is("Status") with { HasFewValues = true }], s_tenantStatus).Reason);

    [Fact]
    public void Conjuncts_inside_a_nested_and_count() =>
        Assert.IsType<Seek>(Find([new AndPredicate([Is("Email"), new AndPredicate([Is("Id")])])], s_key));

    [Fact]
    public void An_or_seeks_when_every_operand_does() =>
        Assert.Equal(2, Assert.IsType<Seek>(Find([Or(Is("Id"), Is("TenantId"))], s_key, s_tenantStatus)).Uses.Length);

    [Fact]
    public void An_or_with_one_operand_that_cannot_seek_scans() =>
        Assert.Equal(ScanReason.OperandOfOr, ScanOf([Or(Is("Id"), Is("Email"))], s_key).Reason);

    [Fact]
    public void An_or_without_any_operand_that_seeks_wants_indexes() =>
        Assert.Equal(["Email", "Phone"], ScanOf([Or(Is("Email"), Is("Phone"))], s_key).Columns.Select(predicate => predicate.Column));

    [Fact]
    public void A_variable_in_an_or_changes_nothing_where_the_rest_scans() =>
        Assert.Equal(ScanReason.NoIndex, ScanOf([Or(new RowIndependentPredicate(), Is("Email"))], s_key).Reason);

    [Fact]
    public void A_variable_in_an_or_leaves_a_seek_of_the_rest_undetermined() =>
        Assert.IsType<Undetermined>(Find([Or(new RowIndependentPredicate(), Is("Id"))], s_key));

    [Fact]
    public void A_null_test_of_a_variable_is_left_out_of_an_or() =>
        Assert.IsType<Seek>(Find([Or(new RowIndependentPredicate(IsNullTest: true), Is("Id"))], s_key));

    [Fact]
    public void A_conjunct_that_tests_no_column_changes_nothing() =>
        Assert.Equal(ScanReason.NoIndex, ScanOf([new RowIndependentPredicate(), Is("Email")], s_key).Reason);

    [Fact]
    public void An_unknown_conjunct_leaves_the_scan_undetermined() => Assert.IsType<Undetermined>(Find([Is("Email"), new UnknownPredicate("?")], s_key));

    [Fact]
    public void An_unknown_operand_of_an_or_leaves_the_scan_undetermined() =>
        Assert.IsType<Undetermined>(Find([Is("Email"), Or(Is("Phone"), new AndPredicate([new UnknownPredicate("?")]))], s_key));

    [Fact]
    public void An_unknown_conjunct_does_not_hinder_a_seek() => Assert.IsType<Seek>(Find([Is("Id"), new UnknownPredicate("?")], s_key));

    [Fact]
    public void An_opaque_conjunct_does_not_hinder_a_scan() => Assert.IsType<Scan>(Find([Is("Email"), new OpaquePredicate()], s_key));

    [Fact]
    public void An_index_with_an_unknown_filter_might_serve_anything() => Assert.IsType<Undetermined>(Find([Is("Email")], s_key, s_tenantStatus with { Filter = "" }));

    [Fact]
    public void A_filter_that_speaks_of_a_tested_column_might_serve() =>
        Assert.IsType<Undetermined>(Find([Is("Email")], s_tenantStatus with { Filter = "\"Email\" <> ''" }));

    [Fact]
    public void A_filter_of_other_columns_does_not_matter() =>
        Assert.IsType<Scan>(Find([Is("Email")], s_tenantStatus with { Filter = "\"Phone\" <> ''" }));

    [Theory]
    [InlineData("[TenantId] IS NOT NULL")]
    [InlineData("(\"TenantId\" is not null) AND (`Status` IS NOT NULL)")]
    public void A_filter_against_nulls_is_implied_by_comparisons(string filter) =>
        Assert.IsType<Seek>(Find([Is("TenantId"), Is("Status")], s_tenantStatus with { Filter = filter }));

    [Fact]
    public void A_filter_against_nulls_of_an_untested_column_is_not_implied() =>
        Assert.IsType<Scan>(Find([Is("TenantId")], s_tenantStatus with { Filter = "[Status] IS NOT NULL" }));

    [Fact]
    public void A_gin_index_is_nothing_to_a_comparison() => Assert.IsType<Scan>(Find([Is("TenantId")], s_tenantStatus with { Method = "gin" }));

    [Fact]
    public void A_gin_index_might_serve_a_text_search() =>
        Assert.IsType<Undetermined>(Find([new TextSearchPredicate("TenantId", "Contains", 0)], s_tenantStatus with { Method = "gin" }));

    [Fact]
    public void A_hash_index_serves_an_equality() => Assert.IsType<Seek>(Find([Is("Email")], new TableIndex(IndexOrigin.Fluent, "Email") { Method = "hash" }));

    [Fact]
    public void A_hash_index_serves_no_range() => Assert.IsType<Scan>(Find([Range("Email")], new TableIndex(IndexOrigin.Fluent, "Email") { Method = "hash" }));

    [Fact]
    public void An_index_of_an_unknown_method_might_serve() =>
        Assert.IsType<Undetermined>(Find([Range("Email")], new TableIndex(IndexOrigin.Fluent, "Email") { Method = "brin" }));

    [Fact]
    public void An_index_of_an_operator_class_might_serve() =>
        Assert.IsType<Undetermined>(Find([Range("Email")], new TableIndex(IndexOrigin.Fluent, "Email") { HasOperatorClass = true }));

    [Fact]
    public void A_query_filter_on_an_indexed_column_seeks() => Assert.IsType<Seek>(Find([Is("Email"), Filter("TenantId")], s_tenantStatus));

    [Fact]
    public void A_query_filter_alone_is_nothing_to_index() => Assert.Equal(ScanReason.NothingToIndex, ScanOf([Filter("TenantId")], s_key).Reason);

    [Fact]
    public void A_query_filter_on_a_skipped_column_is_not_what_is_reported() =>
        Assert.Equal(ScanReason.NoIndex, ScanOf([Filter("Status"), Is("Email")], s_tenantStatus).Reason);

    private static ColumnPredicate Is(string column) => new(column, Comparison.Equality, 0);

    private static ColumnPredicate In(string column) => new(column, Comparison.In, 0);

    private static ColumnPredicate Range(string column) => new(column, Comparison.Range, 0);

    private static ColumnPredicate Filter(string column) => new(column, Comparison.Equality, ColumnPredicate.QueryFilterSite);

    private static OrPredicate Or(params ImmutableArray<Predicate> operands) => new(operands);

    private static AccessPath Find(ImmutableArray<Predicate> filter, params ImmutableArray<TableIndex> indexes) => AccessPathFinder.Find(filter, indexes, DatabaseTraits.SqlServer);

    private static Scan ScanOf(ImmutableArray<Predicate> filter, params ImmutableArray<TableIndex> indexes) => Assert.IsType<Scan>(Find(filter, indexes));
}
