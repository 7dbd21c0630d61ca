using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Hierarchy;

[Index(nameof(Plate))]
public abstract class Vehicle
{
    public int Id { get; set; }
    public string Plate { get; set; } = "";
    public int DepotId { get; set; }
    public Depot Depot { get; set; } = null!;
}

public class Car : Vehicle
{
    public int Doors { get; set; }
    public int? TrailerId { get; set; }
    public Trailer? Trailer { get; set; }
}

public class Truck : Vehicle
{
    public int Load { get; set; }
}

public class Lorry : Truck
{
    public int Axles { get; set; }
}

public class Trailer
{
    public int Id { get; set; }
}

public class Depot
{
    public int Id { get; set; }
    public List<Vehicle> Vehicles { get; set; } = [];
}

public class HierarchyContext : OracleContext
{
    public DbSet<Vehicle> Vehicles { get; set; }
    public DbSet<Car> Cars { get; set; }
    public DbSet<Lorry> Lorries { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Truck>().HasIndex(truck => truck.Load);
        modelBuilder.Entity<Lorry>().HasBaseType<Truck>();
    }
}
