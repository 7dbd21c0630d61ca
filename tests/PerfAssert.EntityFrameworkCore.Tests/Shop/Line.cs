namespace PerfAssert.EntityFrameworkCore.Tests.Shop;

public class Line
{
    public int Id { get; set; }

    public int OrderId { get; set; }

    public string Sku { get; set; } = "";
}
