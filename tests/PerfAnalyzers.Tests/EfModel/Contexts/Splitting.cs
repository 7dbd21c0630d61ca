using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Splitting;

public class Full
{
    public int Id { get; set; }
    public int Status { get; set; }
    public Brief Brief { get; set; } = null!;
}

public class Brief
{
    public int Id { get; set; }
    public int Status { get; set; }
}

[Keyless]
public class Report
{
    public int Count { get; set; }
}

public class Summary
{
    public int Id { get; set; }
}

public class Excluded
{
    public int Id { get; set; }
}

public class Wide
{
    public int Id { get; set; }
    public string Text { get; set; } = "";
    public string Title { get; set; } = "";
}

public class Plain
{
    public int Id { get; set; }
    public int Status { get; set; }
}

public class SplittingContext : OracleContext
{
    public DbSet<Full> Orders { get; set; }
    public DbSet<Report> Reports { get; set; }
    public DbSet<Summary> Summaries { get; set; }
    public DbSet<Excluded> Excluded { get; set; }
    public DbSet<Wide> Wide { get; set; }
    public DbSet<Plain> Plain { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Full>(full =>
        {
            full.Property(f => f.Status).HasColumnName("Status");
            full.HasOne(f => f.Brief).WithOne().HasForeignKey<Brief>(b => b.Id);
            full.HasIndex(f => f.Status);
        });
        modelBuilder.Entity<Brief>().ToTable("Orders").Property(b => b.Status).HasColumnName("Status");
        modelBuilder.Entity<Summary>().ToView("summaries");
        modelBuilder.Entity<Excluded>().ToTable("Excluded", table => table.ExcludeFromMigrations());
        modelBuilder.Entity<Wide>().SplitToTable("Texts", table => table.Property(w => w.Text));
        modelBuilder.Entity<Plain>().HasIndex(p => p.Status).HasFilter("Status = 1");
    }
}
