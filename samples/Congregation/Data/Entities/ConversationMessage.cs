using Microsoft.EntityFrameworkCore;

namespace Congregation.Data.Entities;

[Index(nameof(SenderId), nameof(CreatedAt))]
public sealed class ConversationMessage
{
    public long Id { get; set; }
    public int ConversationId { get; set; }
    public Conversation Conversation { get; set; } = null!;
    public int SenderId { get; set; }
    public Member Sender { get; set; } = null!;
    public required string Body { get; set; }
    public DateTime CreatedAt { get; set; }
}
