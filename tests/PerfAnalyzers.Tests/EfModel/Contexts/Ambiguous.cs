using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Ambiguous;

public class Account
{
    public int Id { get; set; }
    public List<Transfer> Outgoing { get; set; } = [];
    public List<Transfer> Incoming { get; set; } = [];
    public Account? Parent { get; set; }
    public Account? Successor { get; set; }
    public List<Account> Children { get; set; } = [];
}

public class Transfer
{
    public int Id { get; set; }
    public int FromId { get; set; }
    public Account From { get; set; } = null!;
    public int ToId { get; set; }
    public Account To { get; set; } = null!;
    public Currency Currency { get; set; } = null!;
    public string CurrencyCode { get; set; } = "";
    public Currency? Shown { get; set; }
    public Branch? Branch { get; set; }
    public Branch? OtherBranch { get; set; }
    public int? BranchId { get; set; }
}

public class Currency
{
    public string Code { get; set; } = "";
}

public class Branch
{
    public int Id { get; set; }
}

public class AmbiguousContext : OracleContext
{
    public DbSet<Transfer> Transfers { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Currency>().HasKey(currency => currency.Code);
        modelBuilder.Entity<Account>(account =>
        {
            account.HasMany(a => a.Outgoing).WithOne(t => t.From);
            account.HasMany(a => a.Incoming).WithOne(t => t.To).HasForeignKey(t => t.ToId);
            account.HasMany(a => a.Children).WithOne(a => a.Parent);
        });
        modelBuilder.Entity<Transfer>().HasOne(t => t.Shown).WithMany().HasForeignKey("ShownCode");
        modelBuilder.Entity<Transfer>().HasOne(t => t.OtherBranch).WithMany().HasForeignKey("OtherBranchId");
    }
}
