using Congregation.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Congregation.Data.Configurations;

internal sealed class ConversationMessageConfiguration : IEntityTypeConfiguration<ConversationMessage>
{
    public void Configure(EntityTypeBuilder<ConversationMessage> builder)
    {
        builder.Property(message => message.Body).HasMaxLength(2000);

        // A member who leaves is anonymised, not deleted: their messages stay.
        builder.HasOne(message => message.Sender).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
