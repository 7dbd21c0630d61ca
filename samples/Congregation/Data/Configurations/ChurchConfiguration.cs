using Congregation.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Congregation.Data.Configurations;

internal sealed class ChurchConfiguration : IEntityTypeConfiguration<Church>
{
    public void Configure(EntityTypeBuilder<Church> builder)
    {
        builder.Property(church => church.Name).HasMaxLength(200);
        builder.Property(church => church.Slug).HasMaxLength(100);
        builder.HasIndex(church => church.Slug).IsUnique();
    }
}
