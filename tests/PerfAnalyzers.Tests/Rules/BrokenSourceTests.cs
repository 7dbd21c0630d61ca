using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.Rules;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules;

/// <summary>An editor shows source that does not compile most of the time. The analyzer must not mind.</summary>
public class BrokenSourceTests
{
    private const string Source = TestCompilation.Usings + """
        public class Order
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public int? ShopId { get; set; }
            public Shop? Shop { get; set; }
        }
        [Index(nameof(Code), IsUnique = true)]
        public class Shop { public int Id { get; set; } public string Code { get; set; } = ""; public List<Order> Orders { get; set; } = new(); }
        public class OrderConfiguration : IEntityTypeConfiguration<Order>
        {
            public void Configure(EntityTypeBuilder<Order> builder)
            {
                builder.HasKey(o => o.Id);
                builder.HasIndex(o => new { o.ShopId, o.Email }).IsUnique().HasFilter(null);
                builder.HasOne(o => o.Shop).WithMany(s => s.Orders).HasForeignKey(o => o.ShopId);
            }
        }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Shop> Shops => Set<Shop>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.ApplyConfiguration(new OrderConfiguration());
                modelBuilder.Entity<Shop>(shop => { shop.HasQueryFilter(s => s.Code != ""); shop.Property(s => s.Code).HasMaxLength(10); });
            }
        }
        public class Queries
        {
            public async Task Run(Db db, string email, int[] ids)
            {
                var a = db.Orders.Where(o => o.Email == email && (ids.Length > 0 && !(o.Email != email))).OrderBy(o => o.Id).Take(3).ToList();
                var b = await (from o in db.Orders join s in db.Shops on o.ShopId equals s.Id where s.Code == email select o.Id).FirstOrDefaultAsync();
                foreach (var o in db.Set<Order>().Where(o => o.ShopId == null || ids.Contains(o.Id) || o.Shop!.Code == email)) { }
                await db.Shops.Where(s => s.Orders.Any(o => o.Email.StartsWith(email))).ExecuteDeleteAsync();
            }
        }
        """;

    private static readonly SyntaxToken[] s_tokens = [.. CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens()];

    [Fact]
    public void The_unbroken_source_is_reported_on() => Assert.Equal(["PERF102"], Analyze(Source));

    [Fact]
    public void Dropped_tokens_do_no_harm() =>
        Gen.Int[0, s_tokens.Length - 1].Array[1, 6].Sample(
            dropped => Survives(Write(s_tokens.Where((_, i) => !dropped.Contains(i)))),
            iter: 60);

    [Fact]
    public void Swapped_tokens_do_no_harm() =>
        Gen.Select(Gen.Int[0, s_tokens.Length - 1], Gen.Int[0, s_tokens.Length - 1]).Array[1, 3].Sample(
            swaps =>
            {
                var tokens = s_tokens.ToArray();
                foreach (var (a, b) in swaps)
                    (tokens[a], tokens[b]) = (tokens[b], tokens[a]);
                Survives(Write(tokens));
            },
            iter: 60);

    [Fact]
    public void Source_that_ends_anywhere_does_no_harm() =>
        Gen.Int[TestCompilation.Usings.Length, Source.Length].Sample(length => Survives(Source[..length]), iter: 60);

    [Theory]
    [InlineData("""class C : C { }  class Db : DbContext { DbSet<C> Cs => Set<C>(); C F() => Cs.First(c => c.ToString() == ""); }""")]
    [InlineData("""class N<T> : N<N<T>> { public int Id { get; set; } }  class Db : DbContext { public DbSet<N<int>> Ns => Set<N<int>>(); object F() => Ns.First(n => n.Id > 1); }""")]
    [InlineData("""class Db : DbContext { public DbSet<Missing> Ms => Set<Missing>(); object F() => Ms.First(m => m.Name == ""); }""")]
    [InlineData("""class Db : DbContext { public DbSet<> Ms => null; public DbSet<int> Is => null; object F() => Is.First(i => i == 1); }""")]
    [InlineData("""class O { public int Id { get; set; } }  class Db : DbContext { public DbSet<O> Os => Set<O>(); protected override void OnModelCreating(ModelBuilder b) => b.Entity<O>().HasIndex(o => o.Missing); object F() => Os.First(o => o.Missing == 1); }""")]
    [InlineData("""class O { public int Id { get; set; } public string N { get; set; } }  class Db : DbContext { public DbSet<O> Os => Set<O>(); object F() => Os.First(o => { return o.N == ""; }); object G() => Os.First(() => true); object H() => Os.First(o => ); }""")]
    public void A_model_with_errors_does_no_harm(string source) => Survives(TestCompilation.Usings + source);

    [Fact]
    public void A_chain_of_thousands_of_calls_does_no_harm() =>
        Survives(TestCompilation.Usings + $$"""
            class O { public int Id { get; set; } public string N { get; set; } = ""; }
            class Db : DbContext { public DbSet<O> Os => Set<O>(); object F() => Os{{string.Concat(Enumerable.Repeat(".Where(o => o.N == \"\")", 1_500))}}.ToList(); }
            """);

    private static string Write(IEnumerable<SyntaxToken> tokens) => string.Concat(tokens.Select(token => token.ToFullString()));

    private static void Survives(string source) => Analyze(source);

    /// <summary>The ids reported. An exception in the analyzer fails the test.</summary>
    private static string[] Analyze(string source)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => throw new InvalidOperationException($"The analyzer threw on:\n{source}", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var diagnostics = TestCompilation.Create(source).WithAnalyzers([new QueryIndexAnalyzer()], options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.Select(diagnostic => diagnostic.Id)];
    }
}
