using System.Text;

namespace PerfTooling.AnalyzerSpeed;

/// <summary>Writes the source of an application with EF Core: entities, their configurations, one context, and services that query it.</summary>
/// <param name="Entities">How many entities, and as many configuration classes.</param>
/// <param name="Files">How many files in all.</param>
/// <param name="Queries">How many queries in all.</param>
/// <param name="PlainMethodsPerQuery">Methods of a service that have nothing to do with EF Core, for each one that queries: most code of an application.</param>
internal sealed record GeneratedSolution(int Entities, int Files, int Queries, int PlainMethodsPerQuery = 2)
{
    /// <summary>A size that is met: a query in each second file, as in code bases that were counted (<c>benchmarks/RealCode</c>), and as much other code.</summary>
    public static GeneratedSolution Typical { get; } = new(300, 1000, 500, PlainMethodsPerQuery: 12);

    private int Services => Files - (2 * Entities) - 1;

    /// <summary>The files, by name.</summary>
    public IEnumerable<(string Path, string Text)> Write()
    {
        for (var i = 0; i < Entities; i++)
        {
            yield return ($"Entities/Entity{i}.cs", Entity(i));
            yield return ($"Configurations/Entity{i}Configuration.cs", Configuration(i));
        }

        yield return ("AppDbContext.cs", Context());
        for (var i = 0; i < Services; i++)
            yield return ($"Services/Service{i}.cs", Service(i));
    }

    /// <summary>A service whose method bodies differ with <paramref name="edit"/>: what a user types.</summary>
    public string Service(int i, int edit = 0)
    {
        var text = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;
            using Microsoft.EntityFrameworkCore;
            namespace App;
            public sealed class Service{{i}}(AppDbContext db)
            {

            """);
        for (var q = i; q < Queries; q += Services)
        {
            var e = q % Entities;
            text.AppendLine(Query(q, e));
            for (var p = 0; p < PlainMethodsPerQuery; p++)
                text.AppendLine(Plain(q, p, edit));
        }

        return text.AppendLine("}").ToString();
    }

    private static string Query(int q, int e) => (q % 6) switch
    {
        0 => $"    public Task<List<Entity{e}>> Query{q}Async(string email) => db.Entity{e}s.Where(x => x.Email == email).ToListAsync();",
        1 => $"    public Task<Entity{e}?> Query{q}Async(int tenant, string number) => db.Entity{e}s.AsNoTracking().FirstOrDefaultAsync(x => x.TenantId == tenant && x.Number == number);",
        2 => $"    public async Task<List<string>> Query{q}Async(int tenant, DateTime since) => await db.Entity{e}s.Where(x => x.TenantId == tenant && x.CreatedAt > since).OrderByDescending(x => x.CreatedAt).Take(20).Select(x => x.Name).ToListAsync();",
        3 => $"    public Task<bool> Query{q}Async(int id) => db.Entity{e}s.AnyAsync(x => x.Id == id);",
        4 => $$"""
                public async Task<List<Entity{{e}}>> Query{{q}}Async(int tenant, string? name)
                {
                    var query = db.Entity{{e}}s.Where(x => x.TenantId == tenant);
                    if (name != null)
                        query = query.Where(x => x.Name.StartsWith(name));
                    return await query.OrderBy(x => x.Name).ToListAsync();
                }
            """,
        _ => $"    public Task<int> Query{q}Async(DateTime day) => db.Entity{e}s.CountAsync(x => x.CreatedAt.Date == day && !x.IsDeleted);",
    };

    private static string Plain(int q, int p, int edit) => $$"""
            public string Plain{{q}}_{{p}}(IReadOnlyList<int> values, string prefix)
            {
                var total = {{edit}};
                var names = new Dictionary<string, int>();
                foreach (var value in values.Where(v => v > {{q}}).OrderBy(v => v).ToList())
                {
                    total += value * {{p + 2}};
                    names[prefix + value.ToString()] = total;
                    if (total > 1000 && names.Count > 10)
                        throw new InvalidOperationException($"{prefix}: {total} is too much");
                }

                return string.Join(", ", names.OrderByDescending(pair => pair.Value).Select(pair => pair.Key + "=" + pair.Value));
            }
        """;

    private string Entity(int i) => $$"""
        using System;
        using System.Collections.Generic;
        namespace App;
        public class Entity{{i}}
        {
            public int Id { get; set; }
            public int TenantId { get; set; }
            public string Number { get; set; } = "";
            public string Name { get; set; } = "";
            public string Email { get; set; } = "";
            public bool IsDeleted { get; set; }
            public decimal Amount { get; set; }
            public DateTime CreatedAt { get; set; }
            public int? ParentId { get; set; }
            public Entity{{i / 2}}? Parent { get; set; }
            {{(i > 0 ? $"public int OwnerId {{ get; set; }}\n    public Entity{i - 1} Owner {{ get; set; }} = null!;" : "")}}
        }
        """;

    private static string Configuration(int i) => $$"""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;
        namespace App;
        internal sealed class Entity{{i}}Configuration : IEntityTypeConfiguration<Entity{{i}}>
        {
            public void Configure(EntityTypeBuilder<Entity{{i}}> builder)
            {
                builder.ToTable("entity{{i}}");
                builder.Property(x => x.Number).HasMaxLength(40).IsRequired();
                builder.Property(x => x.Name).HasMaxLength(200);
                builder.HasIndex(x => new { x.TenantId, x.Number }).IsUnique();
                {{(i % 2 == 0 ? "builder.HasIndex(x => x.CreatedAt);" : "builder.HasIndex(x => x.Name);")}}
                builder.HasOne(x => x.Parent).WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
            }
        }
        """;

    private string Context()
    {
        var text = new StringBuilder("""
            using Microsoft.EntityFrameworkCore;
            namespace App;
            public class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
            {
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);

            """);
        for (var i = 0; i < Entities; i++)
            text.AppendLine($"    public DbSet<Entity{i}> Entity{i}s => Set<Entity{i}>();");
        return text.AppendLine("}").ToString();
    }
}
