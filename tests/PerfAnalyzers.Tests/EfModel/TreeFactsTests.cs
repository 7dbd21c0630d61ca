using Microsoft.CodeAnalysis.CSharp;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.EfModel.Facts;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.EfModel;

public class TreeFactsTests
{
    private const string Context = TestCompilation.Usings + """
        class Order { public int Id { get; set; } }
        class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); public DbSet<Order>? Archive { get; set; } public IQueryable<Order> Open => Orders; }
        """;

    [Fact]
    public void An_edit_re_reads_the_edited_tree_alone()
    {
        var before = TestCompilation.Create(Context, "class A { }");
        var facts = before.SyntaxTrees.Select(tree => TreeFacts.Of(tree, CancellationToken.None)).ToList();

        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[1], CSharpSyntaxTree.ParseText("class B { }", (CSharpParseOptions)before.SyntaxTrees[1].Options));

        Assert.Same(facts[0], TreeFacts.Of(after.SyntaxTrees[0], CancellationToken.None));
        Assert.NotSame(facts[1], TreeFacts.Of(after.SyntaxTrees[1], CancellationToken.None));
    }

    [Fact]
    public void An_edit_of_another_tree_leaves_the_model_as_it_was()
    {
        var before = TestCompilation.Create(Context, "class A { }");
        PerfAnalyzers.EfModel.EfModel.Read(before, CancellationToken.None);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[1], CSharpSyntaxTree.ParseText("class B { }", (CSharpParseOptions)before.SyntaxTrees[1].Options));

        Assert.Equal("(Id) unique", ModelText.Text(ModelText.Table(PerfAnalyzers.EfModel.EfModel.Read(after, CancellationToken.None), "Order").Indexes.Single()));
    }

    [Fact]
    public void The_names_of_sets_are_those_declared_as_DbSet() =>
        Assert.Equal(["Archive", "Orders"], DbSetNames.Of(TestCompilation.Create(Context), CancellationToken.None).Order(StringComparer.Ordinal));

    [Fact]
    public void Bodies_without_a_builder_are_not_read() =>
        Assert.Empty(Facts("class A { void F() { G(); } void G(int x) { } }").Types[0].Methods);

    [Fact]
    public void Snapshots_of_the_model_are_not_read() =>
        Assert.Empty(Facts("class Snapshot : ModelSnapshot { protected override void BuildModel(ModelBuilder modelBuilder) { modelBuilder.Entity(\"A\"); } }").Types[0].Methods);

    [Theory]
    [InlineData("namespace N { class A { } }", "N.A")]
    [InlineData("namespace N.M; class A<T> { }", "N.M.A`1")]
    [InlineData("class A<T> { class B<U> { } }", "A`1+B`1")]
    public void Types_go_by_their_metadata_name(string source, string name)
    {
        var compilation = TestCompilation.Create(source);
        var facts = TreeFacts.Of(compilation.SyntaxTrees[0], CancellationToken.None).Types[^1];
        Assert.Equal(name, facts.MetadataName);
        Assert.Equal(name, SourceIndex.MetadataName(compilation.Assembly.GetTypeByMetadataName(name)!));
    }

    private static TreeFacts Facts(string source) => TreeFacts.Of(CSharpSyntaxTree.ParseText(source), CancellationToken.None);
}
