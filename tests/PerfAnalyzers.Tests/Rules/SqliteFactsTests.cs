using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PerfAnalyzers.Tests.Rules.Pages;

namespace PerfAnalyzers.Tests.Rules;

/// <summary>Proves the column of docs/databases.md on SQLite: what it does with the SQL that EF Core writes.</summary>
public class SqliteFactsTests
{
    private const string text = "a";
    private static readonly int[] s_list = [1, 2, 3];
    private static readonly DateTime s_day = new(2026, 1, 1);
    private static readonly decimal s_price = 3;
    private static readonly bool s_flag = true;

    [Fact]
    public Task An_equality_seeks() => Seeks("Name=?", q => q.Where(r => r.Name == text), r => new { r.Name });

    [Fact]
    public Task A_test_for_null_seeks() => Seeks("PaidAt=?", q => q.Where(r => r.PaidAt == null), r => new { r.PaidAt });

    [Fact]
    public Task A_list_seeks() => Seeks("A=?", q => q.Where(r => s_list.Contains(r.A)), r => new { r.A });

    [Fact]
    public Task A_range_seeks() => Seeks("CreatedAt>?", q => q.Where(r => r.CreatedAt > s_day), r => new { r.CreatedAt });

    [Fact]
    public Task The_start_of_a_text_scans() => Scans(q => q.Where(r => r.Name.StartsWith(text)), r => new { r.Name });

    [Fact]
    public Task A_pattern_without_leading_wildcard_scans() => Scans(q => q.Where(r => EF.Functions.Like(r.Name, "a%")), r => new { r.Name });

    [Theory]
    [InlineData("NOCASE", "SEARCH r USING INDEX IX_Rows_Name (Name>? AND Name<?)")]
    [InlineData("BINARY", "SCAN r")]
    [InlineData("RTRIM", "SCAN r")]
    public async Task The_collation_of_a_column_decides_on_the_start_of_a_text(string collation, string step)
    {
        void Configure(ModelBuilder model)
        {
            model.Entity<Row>().Property(r => r.Name).UseCollation(collation);
            model.Entity<Row>().HasIndex(r => r.Name);
        }

        Assert.Equal([step], await SqlitePlan.OfAsync(options => new RowContext(options), Configure, db => db.Rows.Where(r => r.Name.StartsWith(text)).ToListAsync()));
        Assert.Equal([step], await SqlitePlan.OfAsync(options => new RowContext(options), Configure, db => db.Rows.Where(r => EF.Functions.Like(r.Name, "a%")).ToListAsync()));
    }

    [Fact]
    public async Task A_bool_that_is_converted_seeks() => Assert.Equal(
        ["SEARCH r USING INDEX IX_Rows_IsPaid (IsPaid=?)"],
        await SqlitePlan.OfAsync(
            options => new RowContext(options),
            model =>
            {
                model.Entity<Row>().Property(r => r.IsPaid).HasConversion<string>();
                model.Entity<Row>().HasIndex(r => r.IsPaid);
            },
            db => db.Rows.Where(r => !r.IsPaid).ToListAsync()));

    [Fact]
    public Task A_bool_on_its_own_scans() => Scans(q => q.Where(r => r.IsPaid), r => new { r.IsPaid });

    [Fact]
    public Task A_bool_compared_with_a_constant_is_written_on_its_own() => Scans(q => q.Where(r => r.IsPaid == true), r => new { r.IsPaid });

    [Fact]
    public Task A_bool_compared_with_a_variable_seeks()
    {
        var flag = true;
        return Seeks("IsPaid=?", q => q.Where(r => r.IsPaid == flag), r => new { r.IsPaid });
    }

    [Fact]
    public async Task A_test_for_not_null_seeks_where_the_index_holds_what_is_selected()
    {
        var plan = await SqlitePlan.OfAsync(
            options => new RowContext(options),
            model => model.Entity<Row>().HasIndex(r => r.PaidAt),
            db => db.Rows.Where(r => r.PaidAt != null).Select(r => r.Id).ToListAsync());
        Assert.Equal(["SEARCH r USING COVERING INDEX IX_Rows_PaidAt (PaidAt>?)"], plan);
    }

    [Fact]
    public Task A_bool_on_its_own_is_no_part_of_a_seek() => Seeks("A=?", q => q.Where(r => r.A == 1 && r.IsPaid), r => new { r.A, r.IsPaid });

    [Fact]
    public Task An_inequality_scans() => Scans(q => q.Where(r => r.Name != text), r => new { r.Name });

    [Fact]
    public Task A_day_scans() => Scans(q => q.Where(r => r.CreatedAt.Date == s_day), r => new { r.CreatedAt });

    [Fact]
    public Task A_year_scans() => Scans(q => q.Where(r => r.CreatedAt.Year == 2026), r => new { r.CreatedAt });

    [Fact]
    public Task A_function_scans() => Scans(q => q.Where(r => r.Name.ToLower() == text), r => new { r.Name });

    [Fact]
    public Task Arithmetic_scans() => Scans(q => q.Where(r => r.A + 1 == 2), r => new { r.A });

    [Fact]
    public Task A_conversion_scans() => Scans(q => q.Where(r => (double)r.A == 2), r => new { r.A });

    [Fact]
    public Task A_wider_number_makes_a_conversion_and_scans()
    {
        var big = 2L;
        return Scans(q => q.Where(r => r.A == big), r => new { r.A });
    }

    [Fact]
    public Task A_small_number_compared_with_an_int_is_not_converted() => Seeks("Small=?", q => q.Where(r => r.Small == s_list[0]), r => new { r.Small });

    [Fact]
    public Task A_small_number_among_ints_is_converted_and_scans() => Scans(q => q.Where(r => s_list.Contains(r.Small)), r => new { r.Small });

    [Fact]
    public Task An_enum_compared_as_its_number_seeks() => Seeks("Kind>?", q => q.Where(r => (int)r.Kind > 1), r => new { r.Kind });

    [Fact]
    public Task An_enum_among_numbers_scans() => Scans(q => q.Where(r => s_list.Contains((int)r.Kind)), r => new { r.Kind });

    [Fact]
    public Task A_number_compared_as_an_enum_scans() => Scans(q => q.Where(r => (DayOfWeek)r.A == DayOfWeek.Friday), r => new { r.A });

    [Fact]
    public Task The_order_of_a_widened_number_is_sorted() => Sorts(true, q => q.OrderBy(r => (int)r.Small).Take(1), r => new { r.Small });

    [Fact]
    public Task Another_value_for_null_scans() => Scans(q => q.Where(r => (r.PaidAt ?? s_day) == s_day), r => new { r.PaidAt });

    [Fact]
    public async Task An_or_unites_two_seeks() =>
        Assert.Equal("MULTI-INDEX OR", (await PlanOf(q => q.Where(r => r.Name == text || r.A == 1), r => new { r.Name }, r => new { r.A }))[0]);

    [Fact]
    public Task An_or_with_one_index_scans() => Scans(q => q.Where(r => r.Name == text || r.A == 1), r => new { r.Name });

    [Fact]
    public Task A_variable_is_no_operand_of_an_or() => Seeks("A=?", q => q.Where(r => !s_flag || r.A == 1), r => new { r.A });

    [Fact]
    public Task A_decimal_seeks_by_equality() => Seeks("Price=?", q => q.Where(r => r.Price == s_price), r => new { r.Price });

    [Fact]
    public Task A_range_of_a_decimal_scans() => Scans(q => q.Where(r => r.Price > s_price), r => new { r.Price });

    [Fact]
    public async Task A_decimal_that_is_converted_is_a_number_like_any_other()
    {
        void Configure(ModelBuilder model)
        {
            model.Entity<Row>().Property(r => r.Price).HasConversion<double>();
            model.Entity<Row>().HasIndex(r => r.Price);
        }

        Assert.Equal(
            ["SEARCH r USING INDEX IX_Rows_Price (Price>?)"],
            await SqlitePlan.OfAsync(options => new RowContext(options), Configure, db => db.Rows.Where(r => r.Price > s_price).ToListAsync()));
        Assert.Equal(
            ["SCAN r USING INDEX IX_Rows_Price"],
            await SqlitePlan.OfAsync(options => new RowContext(options), Configure, db => db.Rows.OrderBy(r => r.Price).Take(1).ToListAsync()));
    }

    [Fact]
    public Task An_order_of_a_decimal_is_sorted() => Sorts(true, q => q.OrderBy(r => r.Price).Take(1), r => new { r.Price });

    [Fact]
    public Task The_columns_after_an_equality_come_in_order() => Sorts(false, q => q.Where(r => r.A == 1).OrderBy(r => r.B).Take(1), r => new { r.A, r.B });

    [Fact]
    public Task The_columns_after_a_list_do_not() => Sorts(true, q => q.Where(r => s_list.Contains(r.A)).OrderBy(r => r.B).Take(1), r => new { r.A, r.B });

    [Fact]
    public Task An_index_is_read_backwards() => Sorts(false, q => q.OrderByDescending(r => r.A).ThenByDescending(r => r.B).Take(1), r => new { r.A, r.B });

    [Fact]
    public Task A_mixed_order_is_sorted() => Sorts(true, q => q.OrderBy(r => r.A).ThenByDescending(r => r.B).Take(1), r => new { r.A, r.B });

    [Fact]
    public async Task An_index_with_directions_delivers_a_mixed_order()
    {
        var plan = await SqlitePlan.OfAsync(
            options => new RowContext(options),
            model => model.Entity<Row>().HasIndex(r => new { r.A, r.B }).IsDescending(false, true),
            db => db.Rows.OrderBy(r => r.A).ThenByDescending(r => r.B).Take(1).ToListAsync());
        Assert.DoesNotContain(plan, step => step.Contains("ORDER BY", StringComparison.Ordinal));
    }

    [Fact]
    public Task The_key_follows_the_columns() => Sorts(false, q => q.Where(r => r.A == 1).OrderByDescending(r => r.Id).Take(1), r => new { r.A });

    [Fact]
    public Task A_leading_column_is_not_skipped() => Scans(q => q.Where(r => r.B == 1), r => new { r.A, r.B });

    private static async Task Seeks(string by, Func<IQueryable<Row>, IQueryable<Row>> query, Expression<Func<Row, object?>> index) =>
        Assert.EndsWith($" ({by})", Assert.Single(await PlanOf(query, index)));

    private static async Task Scans(Func<IQueryable<Row>, IQueryable<Row>> query, Expression<Func<Row, object?>> index) =>
        Assert.Equal(["SCAN r"], await PlanOf(query, index));

    private static async Task Sorts(bool expected, Func<IQueryable<Row>, IQueryable<Row>> query, Expression<Func<Row, object?>> index) =>
        Assert.Equal(expected, (await PlanOf(query, index)).Any(step => step.Contains("ORDER BY", StringComparison.Ordinal)));

    private static Task<IReadOnlyList<string>> PlanOf(Func<IQueryable<Row>, IQueryable<Row>> query, params Expression<Func<Row, object?>>[] indexes) => SqlitePlan.OfAsync(
        options => new RowContext(options),
        model =>
        {
            foreach (var index in indexes)
                model.Entity<Row>().HasIndex(index);
        },
        db => query(db.Rows).ToListAsync());

    private sealed class Row
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public int A { get; set; }

        public int B { get; set; }

        public short Small { get; set; }

        public DayOfWeek Kind { get; set; }

        public bool IsPaid { get; set; }

        public decimal Price { get; set; }

        public DateTime CreatedAt { get; set; }

        public DateTime? PaidAt { get; set; }
    }

    private sealed class RowContext(DbContextOptions options) : DbContext(options)
    {
        public DbSet<Row> Rows => Set<Row>();
    }
}
