namespace Congregation.Data.Services;

public sealed record MessageView(long Id, int SenderId, string SenderName, string Body, DateTime CreatedAt);
