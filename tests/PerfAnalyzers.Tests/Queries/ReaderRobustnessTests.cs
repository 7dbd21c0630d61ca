using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

/// <summary>Code that nobody writes by hand, but generators and merges do.</summary>
public class ReaderRobustnessTests
{
    [Fact]
    public void Many_assignments_that_branch_are_given_up() =>
        Assert.Empty(QueryText.ShapesOf("var q = db.Orders.AsQueryable(); " + string.Concat(Enumerable.Repeat("q = flag ? q.Where(o => o.IsPaid) : q;", 200)) + " q.ToList();"));

    [Fact]
    public void Variables_that_branch_at_every_turn_are_given_up() =>
        Assert.Empty(QueryText.ShapesOf("var q0 = db.Orders.AsQueryable(); " + string.Concat(Enumerable.Range(1, 60).Select(i => $"var q{i} = flag ? q{i - 1} : q{i - 1}.Where(o => o.IsPaid);")) + " q60.ToList();"));

    [Fact]
    public void Variables_made_of_one_another_in_a_loop_are_given_up() =>
        Assert.Empty(QueryText.ShapesOf("IQueryable<Order> a = db.Orders, b = db.Orders; while (flag) { a = b.Where(o => o.IsPaid); b = a.Where(o => o.IsPaid); } a.ToList();"));

    [Fact]
    public void A_filter_that_nests_deeply_is_unknown() =>
        Assert.Equal(["Order: unknown"], QueryText.ShapesOf($"db.Orders.Where(o => {string.Concat(Enumerable.Repeat("!(", 200))}o.IsPaid{new string(')', 200)}).ToList();"));

    [Fact]
    public void A_thousand_conditions_on_one_variable_are_given_up() =>
        Assert.Empty(QueryText.ShapesOf("var q = db.Orders.AsQueryable(); " + string.Concat(Enumerable.Repeat("if (flag) q = q.Where(o => o.IsPaid);", 1_000)) + " q.ToList();"));

    /// <summary>Roslyn would overflow the stack, and take the compiler with it.</summary>
    [Theory]
    [InlineData("db.Orders", ".AsNoTracking()")]
    [InlineData("db.Orders.First(); new System.Text.StringBuilder()", ".Append(1)")]
    [InlineData("emails.ToList(); db.Orders.First(); emails.AsEnumerable()", ".Skip(1)")]
    public void A_member_with_a_chain_of_thousands_of_calls_is_not_bound(string start, string call) =>
        Assert.Empty(QueryText.GatedIn(start + string.Concat(Enumerable.Repeat(call, 2_000)) + ".ToString();"));
}
