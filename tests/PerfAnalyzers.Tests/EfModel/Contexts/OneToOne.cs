using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.OneToOne;

public class User
{
    public int Id { get; set; }
    public Profile? Profile { get; set; }
    public Settings? Settings { get; set; }
    public Avatar? Avatar { get; set; }
    public Passport? Passport { get; set; }
    public Badge? Badge { get; set; }
}

public class Profile
{
    public int Id { get; set; }
    public int UserId { get; set; }
    public User User { get; set; } = null!;
}

public class Settings
{
    public int UserId { get; set; }
    public User User { get; set; } = null!;
    public string Theme { get; set; } = "";
}

public class Avatar
{
    public int Id { get; set; }
    public int UserId { get; set; }
}

public class Passport
{
    public int Id { get; set; }
    public User Holder { get; set; } = null!;
    public int HolderKey { get; set; }
}

public class Badge
{
    public int Id { get; set; }
    public User User { get; set; } = null!;
    public int OwnerId { get; set; }
}

public class OneToOneContext : OracleContext
{
    public DbSet<User> Users { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Settings>().HasKey(s => s.UserId);
        modelBuilder.Entity<User>().HasOne(u => u.Passport).WithOne(p => p.Holder).HasForeignKey<Passport>(p => p.HolderKey);
        modelBuilder.Entity<Badge>().HasIndex(b => b.OwnerId);
        modelBuilder.Entity<Badge>().HasOne(b => b.User).WithOne(u => u.Badge).HasForeignKey("Badge", "OwnerId");
    }
}
