using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Fluent;

public class Invoice
{
    public int Number { get; set; }
    public int Year { get; set; }
    public int TenantId { get; set; }
    public string Iban { get; set; } = "";
    public bool IsPaid { get; set; }
    public DateTime Due { get; set; }
    public string Note { get; set; } = "";
    public string ReadOnly { get; } = "";
    private string Secret { get; set; } = "";
    public string Show() => Secret;
}

public class Payment
{
    public int Id { get; set; }
    public int InvoiceNumber { get; set; }
    public int InvoiceYear { get; set; }
    public Invoice? Invoice { get; set; }
}

public class FluentContext : OracleContext
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("billing");
        var invoice = modelBuilder.Entity<Invoice>();
        invoice.HasKey(i => new { i.Year, i.Number }).HasName("PK");
        invoice.HasAlternateKey(i => i.Iban);
        invoice.HasIndex(i => i.TenantId).IsUnique().HasFilter("IsPaid = 0");
        invoice.HasIndex(i => new { i.TenantId, i.Due }).IsDescending(false, true).HasDatabaseName("IX_Due");
        invoice.HasIndex(i => new { i.TenantId, i.Due }, "Another").IsUnique(false);
        invoice.HasIndex("Due", "IsPaid").IsDescending();
        invoice.Property(i => i.ReadOnly);
        invoice.Property("Secret").HasMaxLength(20);
        invoice.Property<string>("Shadow").IsRequired().HasColumnType("TEXT");
        invoice.HasIndex("Shadow");
        invoice.Ignore(i => i.Note);
        AddPayments(modelBuilder);
        if (Database.IsSqlite())
            modelBuilder.Entity(typeof(Payment), payment => payment.HasIndex("InvoiceYear"));
    }

    private static void AddPayments(ModelBuilder builder) => builder.Entity<Payment>(Configure);

    private static void Configure(EntityTypeBuilder<Payment> payment) =>
        payment.HasOne(p => p.Invoice).WithMany().HasForeignKey("InvoiceYear", "InvoiceNumber").IsRequired(false);
}
