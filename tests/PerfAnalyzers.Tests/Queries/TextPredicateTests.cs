using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

/// <summary>Texts that are searched by a part of them.</summary>
public class TextPredicateTests
{
    [Theory]
    [InlineData("o.Email.StartsWith(email)", "Email prefix")]
    [InlineData("o.Email.StartsWith('a')", "Email prefix")]
    [InlineData("EF.Functions.Like(o.Email, \"a%\")", "Email prefix")]
    [InlineData("EF.Functions.Like(o.Email, \"abc\")", "Email prefix")]
    [InlineData("o.Email.ToLower().StartsWith(email)", "Function(Email) prefix")]
    [InlineData("o.Email.StartsWith(email) == true", "Email prefix")]
    public void The_start_of_a_text_is_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.Email.Contains(email)", "Contains(Email)")]
    [InlineData("o.Email.EndsWith(email)", "EndsWith(Email)")]
    [InlineData("o.Email.Contains('a')", "Contains(Email)")]
    [InlineData("o.Email.ToLower().Contains(email)", "Contains(Email)")]
    [InlineData("EF.Functions.Like(o.Email, \"%a\")", "Like(Email)")]
    [InlineData("EF.Functions.Like(o.Email, \"_a%\")", "Like(Email)")]
    [InlineData("EF.Functions.Like(o.Email, $\"%{email}%\")", "Like(Email)")]
    [InlineData("EF.Functions.Like(o.Email, \"%\" + email + \"%\")", "Like(Email)")]
    [InlineData("o.Customer.Name.Contains(email)", "Contains(Customer.Name)")]
    public void A_text_search_is_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("EF.Functions.Like(o.Email, email)", "unknown")]
    [InlineData("EF.Functions.Like(o.Email, email + \"%\")", "unknown")]
    [InlineData("EF.Functions.Like(o.Email, \"[ab]%\")", "unknown")]
    [InlineData("EF.Functions.Like(o.Email, \"%a%\", \"%\")", "unknown")]
    [InlineData("EF.Functions.Like(o.Email, o.Phone)", "unknown")]
    [InlineData("EF.Functions.Like(o.Email, \"\")", "unknown")]
    public void A_pattern_that_is_not_known_is_unknown(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));
}
