using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.EfModel;

/// <summary>A keystroke in a body that configures nothing keeps the model; any other change reads it anew.</summary>
public class ModelCacheTests
{
    private const string Context = TestCompilation.Usings + """
        class Db : DbContext { public DbSet<Order> Orders { get; set; } }
        """;

    private const string Entity = "[Microsoft.EntityFrameworkCore.Index(\"A\")] class Order { public int Id { get; set; } public int A { get; set; } }";

    private const string Service = "class Service { int F() { return 1; } }";

    [Fact]
    public void An_edit_in_a_body_keeps_the_model()
    {
        var (before, after, _) = Edit(2, "class Service { int F() { return 2; } }");
        Assert.Equal(before.Indexes, after.Indexes);
    }

    [Fact]
    public void A_kept_model_speaks_of_the_new_compilations_symbols()
    {
        var (_, after, compilation) = Edit(2, "class Service { int F() { return 2; } }");
        Assert.Equal(compilation.GetTypeByMetadataName("Order"), after.Entity, SymbolEqualityComparer.Default);
    }

    [Fact]
    public void So_do_its_navigations()
    {
        var before = TestCompilation.Create(Context, "class Order { public int Id { get; set; } public int ItemId { get; set; } public Item Item { get; set; } } class Item { public int Id { get; set; } }", Service);
        Read(before);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[2], CSharpSyntaxTree.ParseText("class Service { int F() { return 2; } }", (CSharpParseOptions)before.SyntaxTrees[2].Options));
        Assert.Equal(after.GetTypeByMetadataName("Item"), Read(after).Navigations["Item"].Target, SymbolEqualityComparer.Default);
    }

    [Fact]
    public void An_attribute_is_found_in_the_new_tree()
    {
        var (_, after, compilation) = Edit(1, "[Microsoft.EntityFrameworkCore.Index(\"A\")] class Order { public int Id { get; set; } public int A { get; set; } int F() => 1; }");
        var site = after.SiteOf(after.Indexes.Single(index => index.Origin == IndexOrigin.Attribute));
        Assert.Contains(site!.SourceTree!, compilation.SyntaxTrees);
    }

    [Fact]
    public void An_edit_of_an_entity_reads_the_model_anew()
    {
        var (_, after, _) = Edit(1, "class Order { public int Id { get; set; } public int B { get; set; } }");
        Assert.Equal(["B", "Id"], after.Columns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_edit_of_the_context_reads_the_model_anew()
    {
        var (_, after, _) = Edit(0, TestCompilation.Usings + """
            class Db : DbContext
            {
                public DbSet<Order> Orders { get; set; }
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex("Id", "A");
            }
            """);
        Assert.Contains("(Id, A)", after.Indexes.Select(ModelText.Text));
    }

    [Fact]
    public void A_new_configuration_reads_the_model_anew()
    {
        var (_, after, _) = Edit(2, TestCompilation.Usings + """
            class Other : DbContext { protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex("Id", "A"); }
            """);
        Assert.Contains("(Id, A)", after.Indexes.Select(ModelText.Text));
    }

    private static (EntityTable Before, EntityTable After, CSharpCompilation Compilation) Edit(int tree, string text)
    {
        var before = TestCompilation.Create(Context, Entity, Service);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[tree], CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)before.SyntaxTrees[tree].Options));
        return (Read(before), Read(after), after);
    }

    private static EntityTable Read(Compilation compilation) =>
        ModelText.Table(PerfAnalyzers.EfModel.EfModel.Read(compilation, CancellationToken.None), "Order");
}
