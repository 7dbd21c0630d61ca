using Congregation.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace Congregation.Data.Services;

public sealed class MessageService(CongregationDbContext db)
{
    /// <summary>One screen of a conversation, newest first; <paramref name="before"/> scrolls back.</summary>
    public Task<List<MessageView>> PageAsync(
        int conversationId, DateTime before, int take, CancellationToken cancellationToken = default) =>
        db.ConversationMessages
            .Where(message => message.ConversationId == conversationId && message.CreatedAt < before)
            .OrderByDescending(message => message.CreatedAt)
            .Take(take)
            .Select(message => new MessageView(
                message.Id, message.SenderId, message.Sender.DisplayName, message.Body, message.CreatedAt))
            .ToListAsync(cancellationToken);

    public Task<List<SentMessage>> SentByAsync(
        int memberId, DateTime since, int take, CancellationToken cancellationToken = default) =>
        db.ConversationMessages
            .Where(message => message.SenderId == memberId && message.CreatedAt >= since)
            .OrderByDescending(message => message.CreatedAt)
            .Take(take)
            .Select(message => new SentMessage(message.Id, message.ConversationId, message.Body, message.CreatedAt))
            .ToListAsync(cancellationToken);

    /// <summary>Posts a message and queues one delivery for each recipient who belongs to the church.</summary>
    /// <returns>Null if the church has no such conversation.</returns>
    public async Task<PostedMessage?> PostAsync(NewMessage message, DateTime now, CancellationToken cancellationToken = default)
    {
        var conversation = await db.Conversations.SingleOrDefaultAsync(
            conversation => conversation.Id == message.ConversationId && conversation.ChurchId == message.ChurchId,
            cancellationToken);
        if (conversation is null)
            return null;

        var recipientIds = message.RecipientIds;
        var recipients = await db.Members
            .Where(member => recipientIds.Contains(member.Id) && member.ChurchId == message.ChurchId)
            .Select(member => member.Id)
            .ToListAsync(cancellationToken);

        var posted = new ConversationMessage
        {
            ConversationId = conversation.Id,
            SenderId = message.SenderId,
            Body = message.Body,
            CreatedAt = now,
        };
        conversation.LastMessageAt = now;
        db.ConversationMessages.Add(posted);
        db.Deliveries.AddRange(recipients.Select(recipientId => new Delivery
        {
            Message = posted,
            RecipientId = recipientId,
            Channel = message.Channel,
            Status = DeliveryStatus.Queued,
            QueuedAt = now,
            NextAttemptAt = now,
        }));
        await db.SaveChangesAsync(cancellationToken);
        return new PostedMessage(posted.Id, now, recipients.Count);
    }
}
