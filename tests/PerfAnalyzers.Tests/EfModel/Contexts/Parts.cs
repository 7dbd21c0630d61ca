using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Parts;

public class Shop
{
    public int Id { get; set; }
    public Place Place { get; set; } = new();
    public Place? Storage { get; set; }
    public Settings Settings { get; set; } = new();
    public Schedule Schedule { get; set; } = new();
    public License? License { get; set; }
    public List<Shelf> Shelves { get; set; } = [];
    public Price Fee { get; set; } = new();
    public Audit Audit { get; set; } = new();
}

[Owned]
public class Place
{
    public string City { get; set; } = "";
    public Position Position { get; set; } = new();
    public int RegionId { get; set; }
    public Region? Region { get; set; }
    public Shop? Shop { get; set; }
    [NotMapped] public string Label { get; set; } = "";
}

public class Position
{
    public double X { get; set; }
    public double Y { get; set; }
}

public class Region
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

public class Settings
{
    public bool IsOpen { get; set; }
    public Position Origin { get; set; } = new();
}

public class Schedule
{
    public string Opening { get; set; } = "";
}

public class License
{
    public string Number { get; set; } = "";
}

public class Shelf
{
    public int Id { get; set; }
    public int ProductId { get; set; }
    public Product Product { get; set; } = null!;
}

public class Product
{
    public int Id { get; set; }
}

[ComplexType]
public class Price
{
    public decimal Amount { get; set; }
    public Currency Currency { get; set; } = new();
}

[ComplexType]
public class Currency
{
    public string Code { get; set; } = "";
}

public class Audit
{
    public DateTime CreatedAt { get; set; }
    public string? CreatedBy { get; set; }
}

public class PartsContext : OracleContext
{
    public DbSet<Shop> Shops { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Shop>(Configure);

    private static void Configure(EntityTypeBuilder<Shop> builder)
    {
        builder.OwnsOne(shop => shop.Place, place =>
        {
            place.WithOwner(p => p.Shop);
            place.HasIndex(p => new { p.City, p.RegionId });
            place.OwnsOne(p => p.Position).HasIndex(position => position.X);
        });
        builder.OwnsOne(shop => shop.Storage, storage =>
        {
            storage.WithOwner(p => p.Shop);
            storage.Ignore(p => p.Position);
            storage.Property<int>("Rank");
            storage.HasOne(p => p.Region).WithMany();
        });
        builder.OwnsOne(shop => shop.Settings, settings => { settings.ToJson(); settings.OwnsOne(s => s.Origin); });
        builder.OwnsOne(shop => shop.Schedule).ToJson("hours");
        builder.OwnsOne(shop => shop.License, license => license.ToTable("Licenses").HasIndex(l => l.Number));
        builder.OwnsMany(shop => shop.Shelves, shelf => shelf.HasIndex(s => s.ProductId));
        builder.ComplexProperty(shop => shop.Audit, audit => audit.Property(a => a.CreatedAt).HasColumnName("created"));
        builder.Navigation(shop => shop.Place).IsRequired();
    }
}
