using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.IdentityUsers;

public class Person : IdentityUser<int>
{
    public DateOnly Birthday { get; set; }
    public ICollection<IdentityUserClaim<int>> Claims { get; set; } = [];
}

public class IdentityUsersContext : IdentityUserContext<Person, int>, IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys { get; set; }

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Person>().HasMany(person => person.Claims).WithOne().HasForeignKey(claim => claim.UserId).IsRequired();
        builder.Entity<Person>().HasIndex(person => person.Birthday);
    }
}
