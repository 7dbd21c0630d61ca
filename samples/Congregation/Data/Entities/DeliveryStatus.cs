namespace Congregation.Data.Entities;

public enum DeliveryStatus
{
    Queued,
    Sent,
    Delivered,
    Failed,
}
