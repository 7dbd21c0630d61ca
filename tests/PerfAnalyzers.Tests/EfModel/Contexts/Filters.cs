using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Filters;

public class Post
{
    public int Id { get; set; }
    public int TenantId { get; set; }
    public bool IsDeleted { get; set; }
    public int BlogId { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Blog
{
    public int Id { get; set; }
    public DateTime? ArchivedAt { get; set; }
}

public class FiltersContext : OracleContext
{
    private readonly int _tenant = 1;

    public DbSet<Post> Posts { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Post>().HasQueryFilter("tenant", post => post.TenantId == _tenant).HasQueryFilter("deleted", post => !post.IsDeleted);
        modelBuilder.Entity<Blog>().HasQueryFilter(blog => blog.ArchivedAt == null);
    }
}
