using PerfAnalyzers.CodeFixes;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.CodeFixes;

public class RangeCodeFixTests
{
    private const string Model = TestCompilation.Usings + """
        [Index(nameof(CreatedAt))]
        [Index(nameof(PaidAt))]
        [Index(nameof(DueOn))]
        [Index(nameof(Email))]
        public class Order
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public DateTime CreatedAt { get; set; }
            public DateTime? PaidAt { get; set; }
            public DateOnly DueOn { get; set; }
        }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
        }

        """;

    [Theory]
    [InlineData("{|PERF105:o.CreatedAt.Date|} == day", "o.CreatedAt >= day.Date && o.CreatedAt < day.Date.AddDays(1)")]
    [InlineData("day == {|PERF105:o.CreatedAt.Date|}", "o.CreatedAt >= day.Date && o.CreatedAt < day.Date.AddDays(1)")]
    [InlineData("{|PERF105:o.CreatedAt.Date|} == day.Date", "o.CreatedAt >= day.Date && o.CreatedAt < day.Date.AddDays(1)")]
    [InlineData("{|PERF105:o.CreatedAt.Date|} == DateTime.Today", "o.CreatedAt >= DateTime.Today && o.CreatedAt < DateTime.Today.AddDays(1)")]
    [InlineData("{|PERF105:o.PaidAt.Value.Date|} == day", "o.PaidAt >= day.Date && o.PaidAt < day.Date.AddDays(1)")]
    [InlineData("{|PERF105:o.CreatedAt.Year|} == year", "o.CreatedAt >= new DateTime(year, 1, 1) && o.CreatedAt < new DateTime(year + 1, 1, 1)")]
    [InlineData("{|PERF105:o.CreatedAt.Year|} == 2026", "o.CreatedAt >= new DateTime(2026, 1, 1) && o.CreatedAt < new DateTime(2027, 1, 1)")]
    [InlineData("{|PERF105:o.DueOn.Year|} == year", "o.DueOn >= new DateOnly(year, 1, 1) && o.DueOn < new DateOnly(year + 1, 1, 1)")]
    public Task A_day_or_year_becomes_a_range(string filter, string expected) => Verify(filter, expected);

    [Theory]
    [InlineData("{|PERF105:o.CreatedAt.Date|} == DateTime.Parse(text)")]
    [InlineData("{|PERF105:o.CreatedAt.Month|} == year")]
    [InlineData("{|PERF105:o.Email.ToLower()|} == text")]
    [InlineData("{|PERF105:o.CreatedAt.Date|} > day")]
    public Task What_is_no_range_of_the_column_or_would_be_computed_twice_is_left_alone(string filter) => Verify(filter, filter);

    private static Task Verify(string filter, string expected) => RuleVerifier.VerifyFix<RangeCodeFixProvider>(
        TestCompilation.SqliteReferences, [Model + Query(filter)], [Model + Query(expected)]);

    private static string Query(string filter) => $$"""
        public class Queries
        {
            public List<Order> Find(Db db, DateTime day, int year, string text) => db.Orders.Where(o => {{filter}}).ToList();
        }
        """;
}
