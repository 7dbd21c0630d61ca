using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Tenancy;

public abstract class TenantEntity
{
    public int Id { get; set; }
    public int TenantId { get; set; }
    public Tenant Tenant { get; set; } = null!;
    public bool IsDeleted { get; set; }
}

public class Tenant
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

public class Ticket : TenantEntity
{
    public string Subject { get; set; } = "";
    public int? AssigneeId { get; set; }
    public Agent? Assignee { get; set; }
}

public class Agent : TenantEntity
{
    public string Name { get; set; } = "";
}

public class Comment
{
    public int Id { get; set; }
    public Ticket Ticket { get; set; } = null!;
}

public abstract class TenantContext : OracleContext
{
    private readonly int _tenant = 1;

    public DbSet<Tenant> Tenants { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => Scoped<Agent>(modelBuilder, "Tenants");

    protected void Scoped<T>(ModelBuilder modelBuilder, string name)
        where T : TenantEntity =>
        modelBuilder.Entity<T>().HasQueryFilter(name, entity => entity.TenantId == _tenant);
}

public class TenancyContext : TenantContext
{
    public DbSet<Ticket> Tickets { get; set; }
    public DbSet<Comment> Comments { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        Scoped<Ticket>(modelBuilder, "Tenants");
        modelBuilder.Entity<Ticket>().HasQueryFilter("Deleted", ticket => !ticket.IsDeleted);
        Expression<Func<Comment, bool>> visible = comment => !comment.Ticket.IsDeleted && comment.Ticket.Id > 0;
        modelBuilder.Entity<Comment>().HasQueryFilter(visible);
    }
}
