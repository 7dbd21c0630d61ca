using Microsoft.EntityFrameworkCore;

namespace PerfTooling.MonitorCost;

/// <summary>A row to read.</summary>
public sealed class Order
{
    public int Id { get; set; }

    public string Number { get; set; } = "";
}

public sealed class ShopContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
