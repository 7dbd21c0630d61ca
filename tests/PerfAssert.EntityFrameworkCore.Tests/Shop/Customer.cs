namespace PerfAssert.EntityFrameworkCore.Tests.Shop;

public class Customer
{
    public int Id { get; set; }

    public string Email { get; set; } = "";

    public string City { get; set; } = "";

    public List<Order> Orders { get; set; } = [];
}
