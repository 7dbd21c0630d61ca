using Congregation.Data.Entities;

namespace Congregation.Data.Services;

public sealed record DeliveryView(
    long Id, int RecipientId, DeliveryChannel Channel, DeliveryStatus Status, DateTime? DeliveredAt);
