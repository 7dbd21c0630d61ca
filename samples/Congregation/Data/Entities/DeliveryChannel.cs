namespace Congregation.Data.Entities;

public enum DeliveryChannel
{
    Sms,
    Email,
    Push,
}
