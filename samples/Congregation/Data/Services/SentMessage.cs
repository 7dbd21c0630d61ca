namespace Congregation.Data.Services;

public sealed record SentMessage(long Id, int ConversationId, string Body, DateTime CreatedAt);
