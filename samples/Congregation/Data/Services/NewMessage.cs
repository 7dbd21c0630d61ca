using Congregation.Data.Entities;

namespace Congregation.Data.Services;

public sealed record NewMessage(
    int ChurchId,
    int ConversationId,
    int SenderId,
    string Body,
    DeliveryChannel Channel,
    IReadOnlyCollection<int> RecipientIds);
