using Congregation.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace Congregation.Data.Services;

public sealed class ConversationService(CongregationDbContext db)
{
    /// <summary>The church's conversations, the liveliest first; <paramref name="before"/> turns the page.</summary>
    public Task<List<ConversationSummary>> InboxAsync(
        int churchId, DateTime before, int take, CancellationToken cancellationToken = default) =>
        db.Conversations
            .Where(conversation => conversation.ChurchId == churchId && conversation.LastMessageAt < before)
            .OrderByDescending(conversation => conversation.LastMessageAt)
            .Take(take)
            .Select(conversation => new ConversationSummary(
                conversation.Id, conversation.Title, conversation.Kind, conversation.LastMessageAt))
            .ToListAsync(cancellationToken);

    public Task<ConversationSummary?> FindAsync(
        int churchId, int conversationId, CancellationToken cancellationToken = default) =>
        db.Conversations
            .Where(conversation => conversation.Id == conversationId && conversation.ChurchId == churchId)
            .Select(conversation => new ConversationSummary(
                conversation.Id, conversation.Title, conversation.Kind, conversation.LastMessageAt))
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<ConversationSummary> OpenAsync(
        int churchId, string title, ConversationKind kind, DateTime now, CancellationToken cancellationToken = default)
    {
        var conversation = new Conversation
        {
            ChurchId = churchId,
            Title = title,
            Kind = kind,
            CreatedAt = now,
            LastMessageAt = now,
        };
        db.Conversations.Add(conversation);
        await db.SaveChangesAsync(cancellationToken);
        return new ConversationSummary(conversation.Id, title, kind, now);
    }
}
