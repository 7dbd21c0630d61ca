using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.SqlServer;

[Index(nameof(Email), IsUnique = true)]
public class Account
{
    public int Id { get; set; }
    public string? Email { get; set; }
    public string Name { get; set; } = "";
    public int? BadgeId { get; set; }
    public Badge? Badge { get; set; }
    public Profile? Profile { get; set; }
}

public class Admin : Account
{
    public int Level { get; set; }
}

public class Badge
{
    public int Id { get; set; }
    public string? Code { get; set; }
}

public class Profile
{
    public int Id { get; set; }
    public int? AccountId { get; set; }
    public Account? Account { get; set; }
}

public class SqlServerContext : DbContext
{
    private const string Active = "[Name] IS NOT NULL";

    public DbSet<Account> Accounts { get; set; }

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlServer("Server=nowhere");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(account =>
        {
                        SqlServerIndexBuilderExtensions.IncludeProperties(account.HasIndex(a => a.Name), a => new { a.Email, a.BadgeId }).HasFilter("[Email] " + "IS NULL").IsCreatedOnline().HasFillFactor(80);
            account.HasIndex(a => new { a.Name, a.Email }).IsDescending(false, true);
        });
        modelBuilder.Entity<Admin>().HasIndex(admin => admin.Level).IsUnique();
        modelBuilder.Entity<Badge>().Property(b => b.Code).HasColumnName("code");
        modelBuilder.Entity<Badge>().HasIndex(b => b.Code).IsUnique();
    }
}
