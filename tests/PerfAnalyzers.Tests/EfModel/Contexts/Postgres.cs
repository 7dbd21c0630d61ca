using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Postgres;

public class Article
{
    public int Id { get; set; }
    public string Title { get; set; } = "";
    public string? Slug { get; set; }
    public string[] Tags { get; set; } = [];
    public DateTime PublishedAt { get; set; }
}

public class PostgresContext : DbContext
{
    public DbSet<Article> Articles { get; set; }

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql("Host=nowhere");

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Article>(article =>
    {
        article.HasIndex(a => a.Tags).HasMethod("gin");
        article.HasIndex(a => a.Title).HasMethod("gin").HasOperators("gin_trgm_ops");
        NpgsqlIndexBuilderExtensions.IncludeProperties(article.HasIndex(a => a.Slug).IsUnique(), a => a.Title).IsCreatedConcurrently();
        article.HasIndex(a => a.PublishedAt).HasFilter("\"Slug\" IS NOT NULL");
    });
}
