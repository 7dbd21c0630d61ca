using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Shadows;

public class Room
{
    public int Id { get; set; }
    public List<Desk> Desks { get; set; } = [];
    public List<Plant> Plants { get; set; } = [];
}

public class Desk
{
    public int Id { get; set; }
    public Room? Former { get; set; }
}

public class Plant
{
    public int Id { get; set; }
    public string RoomId { get; set; } = "";
    public Room? Room { get; set; }
    public Species? Species { get; set; }
}

public class Species
{
    public int SpeciesId { get; set; }
    public string Name { get; set; } = "";
}

public class Log
{
    public string Text { get; set; } = "";
}

public class ShadowsContext : OracleContext
{
    public DbSet<Room> Rooms { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Desk>().Property<DateTime>("ChangedAt");
        modelBuilder.Entity<Desk>().HasIndex("ChangedAt");
        modelBuilder.Entity<Desk>().HasOne(d => d.Former).WithMany().HasForeignKey("FormerRoom");
        modelBuilder.Entity<Log>().Property<long>("Id");
        modelBuilder.Entity<Log>().HasKey("Id");
    }
}
