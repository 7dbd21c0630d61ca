namespace PerfAssert.EntityFrameworkCore.Tests.Shop;

public class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public string Code { get; set; } = "";

    public int Status { get; set; }

    public int Priority { get; set; }

    public int Day { get; set; }

    public bool IsOpen { get; set; }

    public List<Line> Lines { get; set; } = [];
}
