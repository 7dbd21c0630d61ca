using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace PerfAssert.EntityFrameworkCore.Tests.Shop;

/// <summary>Indexes: Customers (Email), Orders (CustomerId), Orders (Day), Orders (Status, Code), Orders (Priority) where IsOpen. None on Lines (OrderId).</summary>
public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Line> Lines => Set<Line>();

    // An index on each foreign key, which this convention makes, would leave nothing to be found.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>().HasIndex(customer => customer.Email).IsUnique();
        modelBuilder.Entity<Order>().HasIndex(order => order.CustomerId);
        modelBuilder.Entity<Order>().HasIndex(order => order.Day);
        modelBuilder.Entity<Order>().HasIndex(order => new { order.Status, order.Code });
        modelBuilder.Entity<Order>().HasIndex(order => order.Priority).HasFilter("\"IsOpen\"");
        modelBuilder.Entity<Order>().HasMany(order => order.Lines).WithOne().HasForeignKey(line => line.OrderId);
    }
}
