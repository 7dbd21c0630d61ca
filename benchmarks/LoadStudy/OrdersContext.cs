using Microsoft.EntityFrameworkCore;

namespace PerfTooling.LoadStudy;

/// <summary>Orders of customers.</summary>
internal sealed class OrdersContext(DbContextOptions<OrdersContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex(order => order.Customer);
}
