using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Keys;

public class Car
{
    [Key] public string Plate { get; set; } = "";
    public string State { get; set; } = "";
    public string Vin { get; set; } = "";
    public List<Record> Records { get; set; } = [];
    [NotMapped] public Car? Twin { get; set; }
    public string Secret { get; set; } = "";
}

public class Record
{
    public int RecordId { get; set; }
    public string CarState { get; set; } = "";
    public string CarVin { get; set; } = "";
    public Car Car { get; set; } = null!;
    public Receipt? Receipt { get; set; }
}

[PrimaryKey(nameof(Series), nameof(Number))]
public class Receipt
{
    public string Series { get; set; } = "";
    public int Number { get; set; }
    public int RecordId { get; set; }
    [ForeignKey(nameof(RecordId))] public Record Record { get; set; } = null!;
    public List<Line> Lines { get; set; } = [];
}

public class Line
{
    public int Id { get; set; }
    public string ReceiptSeries { get; set; } = "";
    public int ReceiptNumber { get; set; }
    public Receipt Receipt { get; set; } = null!;
    public Employee? Seller { get; set; }
}

public class Employee
{
    public int Id { get; set; }
    public int? ManagerId { get; set; }
    public Employee? Manager { get; set; }
    public List<Employee> Reports { get; set; } = [];
    public Locker? Locker { get; set; }
}

public class Locker
{
    public int Id { get; set; }
    public Employee Employee { get; set; } = null!;
}

public class KeysContext : OracleContext
{
    public DbSet<Car> Cars { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Car>(car =>
        {
            car.HasAlternateKey(c => c.Vin);
            car.Ignore(c => c.Secret);
            car.HasMany(c => c.Records).WithOne(r => r.Car).HasPrincipalKey(c => new { c.State, c.Vin }).HasForeignKey(r => new { r.CarState, r.CarVin });
        });
        modelBuilder.Entity<Locker>().HasOne(l => l.Employee).WithOne(e => e.Locker).HasForeignKey<Locker>(l => l.Id);
    }
}
