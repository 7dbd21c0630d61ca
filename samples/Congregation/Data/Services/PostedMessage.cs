namespace Congregation.Data.Services;

public sealed record PostedMessage(long Id, DateTime CreatedAt, int DeliveriesQueued);
