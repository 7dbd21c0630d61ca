using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

/// <summary>What a filter asks of the columns of one row.</summary>
public class PredicateTests
{
    [Theory]
    [InlineData("o.Email.Equals(email)", "Email =")]
    [InlineData("string.Equals(o.Email, email)", "Email =")]
    [InlineData("email == o.Email", "Email =")]
    [InlineData("object.Equals(o.Quantity, id)", "Quantity =")]
    [InlineData("id.Equals(o.Quantity)", "Quantity =")]
    [InlineData("!(o.Email != email)", "Email =")]
    [InlineData("o.Email != email", "Email !=")]
    [InlineData("!o.Email.Equals(email)", "Email !=")]
    [InlineData("o.ParentId.Value == id", "ParentId =")]
    [InlineData("o.ParentId!.Value == id", "ParentId =")]
    [InlineData("o.ParentId == id", "ParentId =")]
    [InlineData("o.Token == Guid.Empty", "Token =")]
    [InlineData("o.Small == id", "Small =")]
    [InlineData("o.Small == 3", "Small =")]
    [InlineData("(int)o.Small == id", "Small =")]
    [InlineData("o.Quantity == (int?)id", "Quantity =")]
    [InlineData("(int?)o.Quantity == parent", "Quantity =")]
    [InlineData("(int)o.ParentId! == id", "ParentId =")]
    [InlineData("o.Status == status", "Status~ =")]
    [InlineData("o.OldStatus == OrderStatus.Paid", "OldStatus~ =")]
    [InlineData("(int)o.Status == id", "Status~ =")]
    [InlineData("(int?)o.OldStatus == id", "OldStatus~ =")]
    [InlineData("o.Status == (OrderStatus?)status", "Status~ =")]
    [InlineData("EF.Property<string>(o, \"Shadow\") == email", "Shadow =")]
    [InlineData("o.Customer.Id == id", "Customer.Id =")]
    [InlineData("o.Customer!.Id == id", "Customer.Id =")]
    [InlineData("o.Customer.Name == email", "Customer.Name =")]
    [InlineData("o.Email == (email + id).Trim().ToLower()", "Email =")]
    public void Equality_is_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.CreatedAt >= since", "CreatedAt <>")]
    [InlineData("since.AddDays(-1) < o.CreatedAt", "CreatedAt <>")]
    [InlineData("o.PaidAt > since", "PaidAt <>")]
    [InlineData("o.Total < 10", "Total# <>")]
    [InlineData("o.Small > id", "Small <>")]
    [InlineData("(int)o.Status > id", "Status <>")]
    [InlineData("!(o.Total < 10)", "Total# <>")]
    [InlineData("string.Compare(o.Email, email) > 0", "Email <>")]
    [InlineData("o.Email.CompareTo(email) >= 0", "Email <>")]
    [InlineData("0 > o.CreatedAt.CompareTo(since)", "CreatedAt <>")]
    [InlineData("o.Email.CompareTo(email) == 0", "Email =")]
    public void Ranges_are_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.ParentId == null", "ParentId =")]
    [InlineData("null == o.ParentId", "ParentId =")]
    [InlineData("o.ParentId != null", "ParentId notnull")]
    [InlineData("!(o.ParentId == null)", "ParentId notnull")]
    [InlineData("o.ParentId.HasValue", "ParentId notnull")]
    [InlineData("!o.ParentId.HasValue", "ParentId =")]
    [InlineData("o.OldStatus != null", "OldStatus notnull")]
    [InlineData("o.Customer == null", "Customer =")]
    [InlineData("string.IsNullOrEmpty(o.Email)", "(Email = | Email =)")]
    [InlineData("!string.IsNullOrEmpty(o.Email)", "Email !=")]
    public void Null_tests_are_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.IsPaid", "IsPaid~ true")]
    [InlineData("!o.IsPaid", "IsPaid~ true")]
    [InlineData("o.IsPaid == true", "IsPaid~ true")]
    [InlineData("o.IsPaid == false", "IsPaid~ true")]
    [InlineData("true != o.IsPaid", "IsPaid~ true")]
    [InlineData("o.WasPaid == true", "WasPaid~ true")]
    [InlineData("o.WasPaid == false", "WasPaid~ =")]
    [InlineData("o.WasPaid!.Value == false", "WasPaid~ =")]
    [InlineData("o.WasPaid != true", "WasPaid~ !=")]
    [InlineData("!(o.WasPaid == false)", "WasPaid~ !=")]
    [InlineData("o.IsPaid == flag", "IsPaid~ =")]
    [InlineData("(o.Email == email) == false", "Email !=")]
    public void Truth_is_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("ids.Contains(o.Id)", "Id in")]
    [InlineData("emails.Contains(o.Email)", "Email in")]
    [InlineData("new HashSet<int>(ids).Contains(o.Id)", "Id in")]
    [InlineData("new[] { 1, 2 }.Contains(o.Quantity)", "Quantity in")]
    [InlineData("Enumerable.Contains(ids, o.Id)", "Id in")]
    [InlineData("new[] { OrderStatus.Open }.Contains(o.Status)", "Status~ in")]
    [InlineData("new List<OrderStatus?>().Contains(o.Status)", "Status~ in")]
    [InlineData("ids.Contains(o.Small)", "Conversion(Small) in")]
    [InlineData("new List<long>().Contains(o.Quantity)", "Conversion(Quantity) in")]
    [InlineData("ids.Contains((int)o.Status)", "unknown")]
    [InlineData("!emails.Contains(o.Email)", "Email !=")]
    [InlineData("emails.Contains(o.Email.ToLower())", "Function(Email) in")]
    [InlineData("ids.Contains(o.ParentId.Value)", "ParentId in")]
    [InlineData("new[] { o.Email, o.Phone }.Contains(o.Email)", "unknown")]
    [InlineData("emails.Contains(o.Email, StringComparer.OrdinalIgnoreCase)", "unknown")]
    [InlineData("new Area().Contains(o.Quantity)", "unknown")]
    public void Lists_are_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.Email == email && o.Phone == phone && o.IsPaid", "Email = & Phone = & IsPaid~ true")]
    [InlineData("o.Email == email || o.Phone == phone", "(Email = | Phone =)")]
    [InlineData("!(o.Email == email || o.Quantity < id)", "Email != & Quantity <>")]
    [InlineData("!(o.Email != email && o.Phone != phone)", "(Email = | Phone =)")]
    [InlineData("o.Id == id && (o.Email == email || o.Phone == phone)", "Id = & (Email = | Phone =)")]
    [InlineData("o.Id == id || (o.Email == email && o.Phone == phone)", "(Id = | (Email = & Phone =))")]
    [InlineData("flag && o.Email == email", "constant & Email =")]
    public void Logic_is_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("phone == null || o.Phone == phone", "(nulltest | Phone =)")]
    [InlineData("phone != null && o.Phone == phone", "nulltest & Phone =")]
    [InlineData("!parent.HasValue || o.ParentId == parent", "(nulltest | ParentId =)")]
    [InlineData("flag || o.Phone == phone", "(constant | Phone =)")]
    [InlineData("string.IsNullOrEmpty(phone) || o.Phone == phone", "(constant | Phone =)")]
    public void A_null_test_of_a_variable_is_told_from_other_tests_of_variables(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.Quantity == o.CustomerId", "opaque")]
    [InlineData("o.PaidAt > o.CreatedAt", "opaque")]
    [InlineData("o.Customer.Name == o.Email", "opaque")]
    [InlineData("email.StartsWith(o.Email)", "opaque")]
    [InlineData("!o.Email.StartsWith(email)", "opaque")]
    [InlineData("!o.Email.Contains(email)", "opaque")]
    public void What_no_index_can_seek_is_opaque(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("(o.IsPaid ? o.Email : o.Phone) == email", "unknown")]
    [InlineData("string.IsNullOrWhiteSpace(o.Email)", "unknown")]
    [InlineData("o.Quantity + o.CustomerId == id", "unknown")]
    [InlineData("string.Equals(o.Email, email, StringComparison.OrdinalIgnoreCase)", "unknown")]
    [InlineData("o.Email.Equals(email, StringComparison.Ordinal)", "unknown")]
    [InlineData("o.Email.StartsWith(email, StringComparison.Ordinal)", "unknown")]
    [InlineData("Area.Score(o.Quantity) == id", "unknown")]
    [InlineData("o == null", "unknown")]
    [InlineData("o.IsPaid ^ flag", "unknown")]
    [InlineData("o.CreatedAt.ToString(\"yyyy\") == email", "unknown")]
    public void What_is_not_understood_is_unknown(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Fact]
    public void A_long_chain_of_operands_is_read() =>
        Assert.Equal("Order: " + string.Join(" & ", Enumerable.Repeat("Email =", 200)), QueryText.ShapesOf($"db.Orders.Where(o => {string.Join(" && ", Enumerable.Repeat("o.Email == email", 200))}).ToList();").Single());
}
