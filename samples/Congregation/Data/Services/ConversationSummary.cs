using Congregation.Data.Entities;

namespace Congregation.Data.Services;

public sealed record ConversationSummary(int Id, string Title, ConversationKind Kind, DateTime LastMessageAt);
