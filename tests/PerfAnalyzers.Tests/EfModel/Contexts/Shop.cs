using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Shop;

public class Customer
{
    public int Id { get; set; }
    public string Number { get; set; } = "";
    public List<Order> Orders { get; set; } = [];
}

public class Order
{
    public int Id { get; set; }
    public Customer Customer { get; set; } = null!;
    public string CustomerNumber { get; set; } = "";
    public List<OrderLine> Lines { get; set; } = [];
}

public class OrderLine
{
    public int OrderId { get; set; }
    public int LineNo { get; set; }
    public Order Order { get; set; } = null!;
    public Product Product { get; set; } = null!;
    public int ProductId { get; set; }
    public List<Shipment> Shipments { get; set; } = [];
}

public class Shipment
{
    public int Id { get; set; }
    public int LineOrderId { get; set; }
    public int LineLineNo { get; set; }
    public OrderLine Line { get; set; } = null!;
}

public class Product
{
    public int ProductId { get; set; }
    public int? CategoryId { get; set; }
    public Category? Category { get; set; }
    public int ReplacesId { get; set; }
}

public class Category
{
    public int Id { get; set; }
    public int? ParentId { get; set; }
    public Category? Parent { get; set; }
    public List<Category> Children { get; set; } = [];
    public List<Product> Products { get; set; } = [];
}

public class Price
{
    public int ProductId { get; set; }
    public DateTime From { get; set; }
    public Product Product { get; set; } = null!;
    public decimal Amount { get; set; }
}

public class ShopContext : OracleContext
{
    public DbSet<Customer> Customers { get; set; }
    public DbSet<Price> Prices { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<OrderLine>().HasKey(line => new { line.OrderId, line.LineNo });
        modelBuilder.Entity<Price>().HasKey("ProductId", nameof(Price.From));
        modelBuilder.Entity<Customer>().HasMany(c => c.Orders).WithOne(o => o.Customer)
            .HasForeignKey(o => o.CustomerNumber).HasPrincipalKey(c => c.Number).OnDelete(DeleteBehavior.Restrict);
        modelBuilder.Entity<Product>(product =>
        {
            product.HasOne<Product>().WithMany().HasForeignKey(p => p.ReplacesId);
            product.ToTable("products", "shop", table => table.HasCheckConstraint("CK", "1 = 1"));
        });
    }
}
