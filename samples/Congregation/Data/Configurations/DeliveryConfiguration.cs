using Congregation.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Congregation.Data.Configurations;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.Property(delivery => delivery.ProviderMessageId).HasMaxLength(64);
        builder.HasOne(delivery => delivery.Recipient).WithMany().OnDelete(DeleteBehavior.Restrict);

        // The dispatcher's queue: what is due, oldest first.
        builder.HasIndex(delivery => new { delivery.Status, delivery.NextAttemptAt });
    }
}
