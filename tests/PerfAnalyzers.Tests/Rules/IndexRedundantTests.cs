using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules;

public class IndexRedundantTests
{
    [Fact]
    public Task An_attribute_is_reported_where_it_stands() => VerifyAttributes("[{|PERF108:Index(nameof(A))|}, Index(nameof(A), nameof(B))]");

    [Fact]
    public Task A_call_is_reported_without_what_it_is_called_on() => Verify("order.{|PERF108:HasIndex(o => o.A)|}.HasDatabaseName(\"IX\"); order.HasIndex(o => new { o.A, o.B });");

    [Fact]
    public Task A_call_is_reported_beside_an_attribute() => VerifyAttributes("[Index(nameof(A), nameof(B))]", "order.{|PERF108:HasIndex(o => o.A)|};");

    [Fact]
    public async Task The_message_names_both_indexes() => Assert.Equal(
        ["PERF108: Index (A) on 'Order' is redundant: index (A, B) starts with the same columns and serves the same queries"],
        await RuleVerifier.Messages(TestCompilation.SqliteReferences, Source("", "order.HasIndex(o => o.A); order.HasIndex(o => new { o.A, o.B });", inheriting: "")));

    [Fact]
    public Task The_columns_must_come_in_the_same_order() => Verify("order.HasIndex(o => new { o.B, o.A }); order.HasIndex(o => new { o.A, o.B, o.C });");

    [Fact]
    public Task A_column_in_the_middle_is_no_start() => Verify("order.HasIndex(o => o.B); order.HasIndex(o => new { o.A, o.B });");

    [Theory]
    [InlineData("order.HasIndex(o => o.A).IsDescending(); order.HasIndex(o => new { o.A, o.B });")]
    [InlineData("order.HasIndex(o => new { o.A, o.B }).IsDescending(false, true); order.HasIndex(o => new { o.A, o.B, o.C });")]
    public Task The_columns_must_have_the_same_direction(string statements) => Verify(statements);

    [Fact]
    public Task Columns_that_descend_in_both_are_the_same() =>
        Verify("order.{|PERF108:HasIndex(o => new { o.A, o.B })|}.IsDescending(false, true); order.HasIndex(o => new { o.A, o.B, o.C }).IsDescending(false, true, false);");

    [Fact]
    public Task Of_two_that_are_alike_the_later_is_reported() => Verify("order.HasIndex(o => o.A, \"First\"); order.{|PERF108:HasIndex(o => o.A, \"Second\")|};");

    [Theory]
    [InlineData("[Index(nameof(A), Name = \"First\"), {|PERF108:Index(nameof(A), Name = \"Second\")|}]")]
    [InlineData("[Index(nameof(A), IsUnique = true, Name = \"First\"), {|PERF108:Index(nameof(A), Name = \"Second\")|}]")]
    [InlineData("[{|PERF108:Index(nameof(A), Name = \"First\")|}, Index(nameof(A), IsUnique = true, Name = \"Second\")]")]
    [InlineData("[Index(nameof(A), AllDescending = true, Name = \"First\"), {|PERF108:Index(nameof(A), Name = \"Second\")|}, Index(nameof(A), nameof(B))]")]
    public Task Of_attributes_on_the_same_columns_the_right_one_is_reported(string attributes) => VerifyAttributes(attributes);

    [Fact]
    public Task A_unique_index_is_a_rule_about_the_data() => Verify("order.HasIndex(o => o.A).IsUnique(); order.HasIndex(o => new { o.A, o.B });");

    [Fact]
    public Task A_unique_index_makes_another_redundant() => Verify("order.{|PERF108:HasIndex(o => o.A)|}; order.HasIndex(o => new { o.A, o.B }).IsUnique();");

    [Theory]
    [InlineData("order.HasIndex(o => o.A).HasFilter(\"A > 0\"); order.HasIndex(o => new { o.A, o.B });")]
    [InlineData("order.HasIndex(o => o.A); order.HasIndex(o => new { o.A, o.B }).HasFilter(\"A > 0\");")]
    [InlineData("order.HasIndex(o => o.A).HasFilter(\"A > 0\"); order.HasIndex(o => new { o.A, o.B }).HasFilter(\"A > 0\");")]
    public Task A_filtered_index_is_another(string statements) => Verify(statements);

    /// <summary>EF Core filters a unique index on SQL Server where a column may be null.</summary>
    [Fact]
    public Task A_filter_that_EF_Core_writes_counts() => Verify("order.HasIndex(o => o.N); order.HasIndex(o => new { o.N, o.B }).IsUnique();", Provider.SqlServer);

    [Fact]
    public Task Included_columns_must_be_held() => Verify("order.HasIndex(o => o.A).IncludeProperties(o => o.C); order.HasIndex(o => new { o.A, o.B });", Provider.SqlServer);

    [Theory]
    [InlineData("order.{|PERF108:HasIndex(o => o.A)|}.IncludeProperties(o => o.C); order.HasIndex(o => new { o.A, o.B }).IncludeProperties(o => o.C);")]
    [InlineData("order.{|PERF108:HasIndex(o => o.A)|}.IncludeProperties(o => o.C); order.HasIndex(o => new { o.A, o.B, o.C });")]
    public Task Included_columns_may_be_included_or_part_of_the_other(string statements) => Verify(statements, Provider.SqlServer);

    [Theory]
    [InlineData("order.HasIndex(o => o.A).HasMethod(\"hash\"); order.HasIndex(o => new { o.A, o.B });")]
    [InlineData("order.HasIndex(o => o.A); order.HasIndex(o => new { o.A, o.B }).HasMethod(\"brin\");")]
    [InlineData("order.HasIndex(o => o.A).HasMethod(\"brin\"); order.HasIndex(o => new { o.A, o.B }).HasMethod(\"brin\");")]
    public Task Another_method_is_another_index(string statements) => Verify(statements, Provider.PostgreSql);

    [Fact]
    public Task A_B_tree_by_name_is_one_by_default() => Verify("order.{|PERF108:HasIndex(o => o.A)|}.HasMethod(\"btree\"); order.HasIndex(o => new { o.A, o.B });", Provider.PostgreSql);

    [Theory]
    [InlineData("order.HasIndex(o => o.Name).HasOperators(\"text_pattern_ops\"); order.HasIndex(o => new { o.Name, o.B });")]
    [InlineData("order.HasIndex(o => o.Name); order.HasIndex(o => new { o.Name, o.B }).UseCollation(\"C\");")]
    public Task Operator_classes_and_collations_make_another_index(string statements) => Verify(statements, Provider.PostgreSql);

    [Fact]
    public Task A_clustered_index_is_the_table() => Verify("order.HasKey(o => o.Id).IsClustered(false); order.HasIndex(o => o.A).IsClustered(); order.HasIndex(o => new { o.A, o.B });", Provider.SqlServer);

    [Theory]
    [InlineData(Provider.SqlServer)]
    [InlineData(Provider.PostgreSql)]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.MySql)]
    [InlineData(Provider.None)]
    public Task The_start_of_a_key_is_redundant_as_keys_are_B_trees(Provider provider) => Verify("order.HasKey(o => new { o.A, o.B }); order.{|PERF108:HasIndex(o => o.A)|};", provider);

    [Fact]
    public Task The_start_of_an_alternate_key_is_redundant() => Verify("order.HasAlternateKey(o => new { o.A, o.B }); order.{|PERF108:HasIndex(o => o.A)|};");

    [Fact]
    public Task A_later_column_of_a_key_is_not() => Verify("order.HasKey(o => new { o.A, o.B }); order.HasIndex(o => o.B);");

    [Fact]
    public Task The_convention_makes_no_index_where_another_starts_with_the_foreign_key() => Verify("order.HasIndex(o => new { o.CustomerId, o.A });");

    [Fact]
    public Task An_index_on_a_foreign_key_is_redundant_like_any_other() => Verify("order.{|PERF108:HasIndex(o => o.CustomerId)|}; order.HasIndex(o => new { o.CustomerId, o.A });");

    [Fact]
    public Task An_index_on_a_condition_makes_no_other_redundant() => Verify("order.HasIndex(o => o.A); if (Database.IsSqlite()) order.HasIndex(o => new { o.A, o.B });");

    [Fact]
    public Task An_index_of_a_base_class_speaks_for_other_entities_too() =>
        VerifyAttributes("[Index(nameof(Code), nameof(B))]", "", "[Index(nameof(Code))] public abstract class Coded { public string Code { get; set; } = \"\"; }", " : Coded");

    [Fact]
    public Task A_declaration_that_a_hierarchy_shares_is_reported_once() => VerifyAttributes(
        "[{|PERF108:Index(nameof(A))|}, Index(nameof(A), nameof(B))]", "modelBuilder.Entity<Rush>();", "public class Rush : Order { public int Fee { get; set; } }");

    [Fact]
    public Task Nothing_is_said_of_a_model_that_is_not_fully_understood() =>
        Verify("order.HasIndex(o => o.A); order.HasIndex(o => new { o.A, o.B }); Configure?.Invoke(modelBuilder);");

    [Fact]
    public Task A_pragma_suppresses_it() => VerifyAttributes("\n#pragma warning disable PERF108\n[Index(nameof(A))]\n#pragma warning restore PERF108\n[Index(nameof(A), nameof(B))]");

    private static Task Verify(string statements, Provider provider = Provider.Sqlite) => RuleVerifier.Verify(RuleShop.ReferencesFor(provider), Source("", statements, inheriting: ""));

    private static Task VerifyAttributes(string attributes, string statements = "", string types = "", string inheriting = "") =>
        RuleVerifier.Verify(TestCompilation.SqliteReferences, Source(attributes, statements, inheriting) + types);

    private static string Source(string attributes, string statements, string inheriting) => $$"""
        {{attributes}}
        public class Order{{inheriting}}
        {
            public int Id { get; set; }
            public int A { get; set; }
            public int B { get; set; }
            public int C { get; set; }
            public int? N { get; set; }
            public string Name { get; set; } = "";
            public int CustomerId { get; set; }
            public Customer Customer { get; set; } = null!;
        }
        public class Customer { public int Id { get; set; } }
        public class Db : DbContext
        {
            public Action<ModelBuilder>? Configure { get; set; }
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                var order = modelBuilder.Entity<Order>();
                {{statements}}
            }
        }

        """;
}
