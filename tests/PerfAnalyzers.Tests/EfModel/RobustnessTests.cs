using CsCheck;
using Microsoft.CodeAnalysis.CSharp;
using PerfAnalyzers.EfModel;

namespace PerfAnalyzers.Tests.EfModel;

/// <summary>Whatever the source says, or fails to say, the model is read without an exception and in finite time.</summary>
public class RobustnessTests
{
    public static TheoryData<string> Contexts => [.. ContextSources.Names];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Source_with_tokens_missing_is_read(string name)
    {
        var text = ContextSources.Text(name);
        var tokens = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).Select(token => token.FullSpan).ToArray();
        Gen.Int[0, tokens.Length - 1].Array[1, 4].Sample(
            dropped => Read(name, Without(text, [.. dropped.Select(i => tokens[i])])),
            iter: 40, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Source_that_stops_in_the_middle_is_read(string name)
    {
        var text = ContextSources.Text(name);
        Gen.Int[0, text.Length].Sample(length => Read(name, text[..length]), iter: 20, threads: 1);
    }

    [Theory]
    [InlineData("class A : B { } class B : A { } class Db : DbContext { public DbSet<A> As { get; set; } public DbSet<B> Bs { get; set; } }")]
    [InlineData("class Db : Db { public DbSet<Db> Dbs { get; set; } protected override void OnModelCreating(ModelBuilder m) => base.OnModelCreating(m); }")]
    [InlineData("class A : Base<A> { } class Base<T> where T : Base<T> { public int Id { get; set; } public T Self { get; set; } public List<Base<T>> All { get; set; } } class Db : DbContext { public DbSet<A> As { get; set; } }")]
    [InlineData("class Db : DbContext { public DbSet<Nowhere> As { get; set; } public DbSet<> Bs { get; set; } protected override void OnModelCreating(ModelBuilder m) { m.Entity<Nowhere>().HasIndex(x => x.A); m.Entity<>().HasKey(); } }")]
    [InlineData("class C : IEntityTypeConfiguration<C> { public void Configure(EntityTypeBuilder<C> b) => b.HasKey(); } class Db : DbContext { protected override void OnModelCreating(ModelBuilder m) => m.ApplyConfiguration(this).ApplyConfiguration(new C()); }")]
    [InlineData("class Db : DbContext { void F(ModelBuilder m) => G(m); void G(ModelBuilder m) { F(m); F(m); } protected override void OnModelCreating(ModelBuilder m) => F(m); }")]
    [InlineData("class A { public int Id { get; set; } } class Db : DbContext { public DbSet<A> As { get; set; } protected override void OnModelCreating(ModelBuilder m) { var m2 = m; m = m2; m2 = m; m.Entity<A>(b => b = b); } }")]
    [InlineData("class A { public int Id; public A this[A a] => a; public List<List<A>> Many { get; set; } public A[,] Grid { get; set; } } class Db : DbContext { public DbSet<A> As { get; set; } }")]
    [InlineData("class G<T> { public int Id { get; set; } public G<G<T>> Next { get; set; } } class Db : DbContext { public DbSet<G<int>> Gs { get; set; } }")]
    public void Source_that_goes_in_circles_is_read(string source) => ModelText.Read(source);

    [Fact]
    public void A_chain_of_five_thousand_links_is_read()
    {
        var links = string.Concat(Enumerable.Repeat(".HasAnnotation(\"x\", 1)", 5_000));
        var table = ModelText.Table($$"""
            class Order { public int Id { get; set; } public int A { get; set; } }
            class Db : DbContext
            {
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>(){{links}}.HasIndex(o => o.A);
            }
            """, "Order");
        Assert.Contains("(A)", table.Indexes.Select(ModelText.Text));
    }

    [Fact]
    public void Lambdas_nested_two_hundred_deep_are_read() =>
        ModelText.Read($$"""
            class Order { public int Id { get; set; } }
            class Db : DbContext
            {
                protected override void OnModelCreating(ModelBuilder modelBuilder) =>
                    {{string.Concat(Enumerable.Repeat("modelBuilder.Entity<Order>(b => ", 200))}}b.HasKey(){{new string(')', 200)}};
            }
            """);

    [Fact]
    public void A_compilation_without_EF_Core_has_no_model() =>
        Assert.Empty(PerfAnalyzers.EfModel.EfModel.Read(
            Infrastructure.TestCompilation.Create(Infrastructure.TestCompilation.FrameworkReferences, "class Db { }"), CancellationToken.None).Tables);

    private static void Read(string name, string text)
    {
        foreach (var table in ContextSources.Read(name, text).Tables)
            Assert.True(table.Knowledge.Level != KnowledgeLevel.Complete || !table.Indexes.IsEmpty);
    }

    private static string Without(string text, Microsoft.CodeAnalysis.Text.TextSpan[] spans)
    {
        foreach (var span in spans.Distinct().OrderByDescending(span => span.Start))
            text = text.Remove(span.Start, span.Length);
        return text;
    }
}
