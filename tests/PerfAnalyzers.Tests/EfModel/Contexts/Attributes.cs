using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Attributes;

[Index(nameof(Email), IsUnique = true)]
[Index(nameof(LastName), nameof(FirstName), Name = "IX_Name")]
[Index(nameof(Born), nameof(LastName), IsDescending = new[] { true, false })]
[Index(nameof(Seen), nameof(Born), AllDescending = true)]
public class Member : Entity
{
    [MaxLength(200)] public string Email { get; set; } = "";
    public string FirstName { get; set; } = "";
    public string LastName { get; set; } = "";
    public DateOnly Born { get; set; }
    public DateTime Seen { get; set; }
    [NotMapped] public string FullName { get; set; } = "";
    [ForeignKey("Home")] public string HomeKey { get; set; } = "";
    public Address Home { get; set; } = null!;
    public string? WorkKey { get; set; }
    [ForeignKey(nameof(WorkKey))] public Address? Work { get; set; }
    [InverseProperty(nameof(Letter.Sender))] public List<Letter> Sent { get; set; } = [];
    [InverseProperty("Receiver")] public List<Letter> Received { get; set; } = [];
    public Secret? Secret { get; set; }
}

[Index(nameof(Tenant), nameof(Id))]
public abstract class Entity
{
    [Key] public int Id { get; set; }
    public int Tenant { get; set; }
}

[Table("addresses")]
public class Address
{
    [Key] public string Code { get; set; } = "";
    [ForeignKey("AddressCode")] public List<Note> Notes { get; set; } = [];
}

public class Note
{
    public int Id { get; set; }
    public string AddressCode { get; set; } = "";
}

[PrimaryKey(nameof(SenderId), nameof(Number))]
public class Letter
{
    public int SenderId { get; set; }
    public int Number { get; set; }
    public Member Sender { get; set; } = null!;
    public Member Receiver { get; set; } = null!;
}

[NotMapped]
public class Secret
{
    public int Id { get; set; }
}

public class AttributesContext : OracleContext
{
    public DbSet<Member> Members { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Address>().Ignore("Nothing");
}
