namespace PerfTooling.LoadStudy;

internal sealed class Order
{
    public int Id { get; set; }

    public int Customer { get; set; }

    public int Amount { get; set; }
}
