namespace Congregation.Api.Delivery;

internal sealed class DeliveryOptions
{
    public bool Dispatch { get; set; } = true;
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);
    public int BatchSize { get; set; } = 100;
}
