using Congregation.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Congregation.Data.Configurations;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.Property(member => member.DisplayName).HasMaxLength(200);
        builder.Property(member => member.Email).HasMaxLength(254);
        builder.Property(member => member.PhoneNumber).HasMaxLength(16);
        builder.Property(member => member.PasswordHash).HasMaxLength(200);

        // Signing in: a person is known by church and address, and the same address may belong to several churches.
        builder.HasIndex(member => new { member.ChurchId, member.Email }).IsUnique();
    }
}
