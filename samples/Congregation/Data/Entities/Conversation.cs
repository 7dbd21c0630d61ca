namespace Congregation.Data.Entities;

public sealed class Conversation
{
    public int Id { get; set; }
    public int ChurchId { get; set; }
    public Church Church { get; set; } = null!;
    public required string Title { get; set; }
    public ConversationKind Kind { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>Kept with each message that is posted: the inbox sorts by it.</summary>
    public DateTime LastMessageAt { get; set; }
}
