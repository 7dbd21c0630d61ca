using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.TablePerType;

public class Animal
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public int OwnerId { get; set; }
    public Owner Owner { get; set; } = null!;
}

[Table("Cats")]
public class Cat : Animal
{
    public int Lives { get; set; }
    public int? ToyId { get; set; }
    public Toy? Toy { get; set; }
}

[Index(nameof(Breed))]
public class Dog : Animal
{
    public string Breed { get; set; } = "";
    public Chip Chip { get; set; } = new();
}

[Owned]
public class Chip
{
    public string Number { get; set; } = "";
}

public class Owner
{
    public int Id { get; set; }
    public List<Animal> Animals { get; set; } = [];
}

public class Toy
{
    public int Id { get; set; }
    public List<Cat> Cats { get; set; } = [];
}

public abstract class Payment
{
    public int Id { get; set; }
    public decimal Amount { get; set; }
}

public class Card : Payment
{
    public string Number { get; set; } = "";
}

public class Transfer : Payment
{
    public string Iban { get; set; } = "";
}

public class TablePerTypeContext : OracleContext
{
    public DbSet<Animal> Animals { get; set; }
    public DbSet<Payment> Payments { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Animal>().HasIndex(animal => animal.Name);
        modelBuilder.Entity<Cat>().HasIndex(cat => cat.Lives);
        modelBuilder.Entity<Dog>(dog =>
        {
            dog.ToTable("Dogs");
            dog.OwnsOne(d => d.Chip).HasIndex(chip => chip.Number).IsUnique();
        });
        modelBuilder.Entity<Payment>().UseTptMappingStrategy();
        modelBuilder.Entity<Card>().HasIndex(card => card.Number);
        modelBuilder.Entity<Transfer>();
    }
}
