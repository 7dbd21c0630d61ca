using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Loops;

public interface ITenant
{
    int TenantId { get; set; }
}

public interface ISoftDelete
{
    bool IsDeleted { get; set; }
}

public class Invoice : ITenant, ISoftDelete
{
    public int Id { get; set; }
    public int TenantId { get; set; }
    public bool IsDeleted { get; set; }
}

public class Customer : ITenant
{
    public int Id { get; set; }
    public int TenantId { get; set; }
}

public class Country
{
    public int Id { get; set; }
}

public class LoopsContext : OracleContext
{
    public DbSet<Invoice> Invoices { get; set; }
    public DbSet<Customer> Customers { get; set; }
    public DbSet<Country> Countries { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var entityType in modelBuilder.Model.GetEntityTypes().ToList())
        {
            var type = entityType.ClrType;
            if (typeof(ITenant).IsAssignableFrom(type))
                modelBuilder.Entity(type).HasIndex(nameof(ITenant.TenantId));
            if (!typeof(ISoftDelete).IsAssignableFrom(entityType.ClrType))
                continue;
            var parameter = Expression.Parameter(entityType.ClrType, "e");
            var body = Expression.Equal(Expression.Property(parameter, nameof(ISoftDelete.IsDeleted)), Expression.Constant(false));
            modelBuilder.Entity(entityType.ClrType).HasQueryFilter(Expression.Lambda(body, parameter));
        }
    }
}
