using Congregation.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Congregation.Data.Configurations;

internal sealed class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.Property(invoice => invoice.Number).HasMaxLength(32);

        // The church's own billing page, newest first.
        builder.HasIndex(invoice => new { invoice.ChurchId, invoice.IssuedOn });
    }
}
