using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Identity;

[Index(nameof(ChurchId), nameof(Nickname))]
public class Member : IdentityUser<Guid>
{
    public string Nickname { get; set; } = "";
    public int? ChurchId { get; set; }
    public Church? Church { get; set; }
    public List<Token> Tokens { get; set; } = [];
}

public class Role : IdentityRole<Guid>
{
    public string Description { get; set; } = "";
}

public class Church
{
    public int Id { get; set; }
    public List<Member> Members { get; set; } = [];
}

public class Token
{
    public int Id { get; set; }
    public Guid MemberId { get; set; }
    public Member Member { get; set; } = null!;
    public string Value { get; set; } = "";
}

public class IdentityContext : IdentityDbContext<Member, Role, Guid>
{
    public DbSet<Church> Churches { get; set; }

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Member>(member =>
        {
            member.ToTable("members");
            member.HasIndex(m => m.PhoneNumber);
            member.HasMany<IdentityUserRole<Guid>>().WithOne().HasForeignKey(r => r.UserId).IsRequired();
        });
        modelBuilder.Entity<Token>().HasIndex(t => t.Value).IsUnique();
    }
}
