using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

/// <summary>Expressions on a column, which an index on the column does not hold.</summary>
public class ColumnExpressionTests
{
    [Theory]
    [InlineData("o.Email.ToLower() == email", "Function(Email) =")]
    [InlineData("o.Email.Trim().ToUpper() == email", "Function(Email) =")]
    [InlineData("o.Email.Length > 3", "Function(Email) <>")]
    [InlineData("o.Email.Substring(0, 3) == email", "Function(Email) =")]
    [InlineData("o.Email.IndexOf(email) == 0", "Function(Email) =")]
    [InlineData("Math.Abs(o.Quantity) == id", "Function(Quantity) =")]
    [InlineData("o.CreatedAt.Month == id", "Function(CreatedAt) =")]
    [InlineData("o.CreatedAt.AddDays(1) > since", "Function(CreatedAt) <>")]
    [InlineData("o.Email + \"x\" == email", "Function(Email) =")]
    [InlineData("string.Concat(\"x\", o.Email) == email", "Function(Email) =")]
    [InlineData("o.CreatedAt.Date.Year == id", "Function(CreatedAt) =")]
    [InlineData("o.Email.Replace(\"a\", \"b\") != email", "Function(Email) !=")]
    [InlineData("o.Customer.Name.ToLower() == email", "Function(Customer.Name) =")]
    public void Functions_are_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.CreatedAt.Date == since", "Date(CreatedAt) =")]
    [InlineData("o.PaidAt.Value.Date >= since", "Date(PaidAt) <>")]
    [InlineData("DateOnly.FromDateTime(o.CreatedAt) == new DateOnly()", "Date(CreatedAt) =")]
    [InlineData("o.CreatedAt.Year == id", "Year(CreatedAt) =")]
    [InlineData("id == o.CreatedAt.Year", "Year(CreatedAt) =")]
    public void Parts_of_a_date_are_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.Quantity + 1 == id", "Arithmetic(Quantity) =")]
    [InlineData("o.Total * 2 > 10", "Arithmetic(Total) <>")]
    [InlineData("-o.Quantity == id", "Arithmetic(Quantity) =")]
    [InlineData("(o.Quantity & 4) != 0", "Arithmetic(Quantity) !=")]
    [InlineData("since - o.CreatedAt > TimeSpan.Zero", "Arithmetic(CreatedAt) <>")]
    [InlineData("o.Status.HasFlag(OrderStatus.Paid)", "Arithmetic(Status) true")]
    public void Arithmetic_is_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.Quantity == big", "Conversion(Quantity) =")]
    [InlineData("(byte)o.Quantity == 1", "Conversion(Quantity) =")]
    [InlineData("o.Small == big", "Conversion(Small) =")]
    [InlineData("(long)o.Quantity < big", "Conversion(Quantity) <>")]
    [InlineData("(int)o.Small == big", "Function(Small) =")]
    [InlineData("(long)o.Status == big", "Conversion(Status) =")]
    [InlineData("(int)o.Status + 1 == id", "Arithmetic(Status) =")]
    [InlineData("o.Quantity.ToString() == email", "Conversion(Quantity) =")]
    [InlineData("o.Status.ToString() == email", "Conversion(Status) =")]
    [InlineData("Convert.ToInt32(o.Email) == id", "Conversion(Email) =")]
    [InlineData("o.Quantity == 1.5m", "Conversion(Quantity) =")]
    public void Conversions_are_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    /// <summary>A CAST to the type that the column has: PostgreSQL sees through it, SQLite doesn't.</summary>
    [Fact]
    public void A_number_made_an_enum_is_unknown() => Assert.Equal(["Order: unknown"], QueryText.ShapesOf("db.Orders.Where(o => (OrderStatus)o.Quantity == status).ToList();"));

    [Theory]
    [InlineData("(int)o.Small", "Order:  order by (int)o.Small limit")]
    [InlineData("(int)o.Status", "Order:  order by ? limit")]
    [InlineData("(int?)o.Quantity", "Order:  order by Quantity limit")]
    public void A_conversion_in_an_order_is_written_as_a_cast(string key, string shape) => Assert.Equal([shape], QueryText.ShapesOf($"db.Orders.OrderBy(o => {key}).First();"));

    [Theory]
    [InlineData("(o.Email ?? \"\") == email", "Coalesce(Email) =")]
    [InlineData("(o.ParentId ?? 0) == id", "Coalesce(ParentId) =")]
    [InlineData("o.ParentId.GetValueOrDefault() == id", "Coalesce(ParentId) =")]
    [InlineData("o.WasPaid ?? false", "Coalesce(WasPaid) true")]
    [InlineData("(o.Email ?? o.Phone) == email", "unknown")]
    public void Coalescing_is_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("Area.Score(o.Quantity) > 1", "unknown")]
    [InlineData("o.Email.Soundex() == email", "unknown")]
    [InlineData("EF.Functions.Collate(o.Email, \"x\") == email", "unknown")]
    [InlineData("o.Email.ToLower(System.Globalization.CultureInfo.InvariantCulture) == email", "unknown")]
    public void Functions_that_the_user_declared_are_unknown(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));
}
