using Congregation.Data.Entities;

namespace Congregation.Data.Services;

public sealed record DueDelivery(
    long Id, DeliveryChannel Channel, int Attempts, string PhoneNumber, string Email, string Body);
