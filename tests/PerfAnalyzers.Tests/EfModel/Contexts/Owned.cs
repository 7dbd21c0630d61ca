using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Owned;

public class Company
{
    public int Id { get; set; }
    public Address Head { get; set; } = new();
    public Address Branch { get; set; } = new();
    public Phone Phone { get; set; } = new();
    public Money Capital { get; set; } = new();
    public Point Position { get; set; }
    public List<Contact> Contacts { get; set; } = [];
    public Country? Country { get; set; }
    public string? CountryId { get; set; }
}

public class Address
{
    public string City { get; set; } = "";
    public string Street { get; set; } = "";
}

[Owned]
public class Phone
{
    public string Number { get; set; } = "";
}

[ComplexType]
public class Money
{
    public decimal Amount { get; set; }
    public string Currency { get; set; } = "";
}

public struct Point
{
    public double X { get; set; }
    public double Y { get; set; }
}

public class Contact
{
    public string Name { get; set; } = "";
}

public class Country
{
    public string Id { get; set; } = "";
    public string Name { get; set; } = "";
}

public class OwnedContext : OracleContext
{
    public DbSet<Company> Companies { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Company>(company =>
        {
            company.OwnsOne(c => c.Head, address => address.HasIndex(a => a.City));
            company.OwnsOne(c => c.Branch).Property(a => a.City).HasMaxLength(50);
            company.OwnsMany(c => c.Contacts, contact =>
            {
                contact.WithOwner().HasForeignKey("CompanyId");
                contact.Property<int>("Id");
                contact.HasKey("Id");
            });
            company.ComplexProperty(c => c.Position);
            company.HasIndex(c => c.CountryId).IsUnique(false);
        });
        modelBuilder.Entity<Country>().HasData(new Country { Id = "AT", Name = "Austria" });
    }
}
