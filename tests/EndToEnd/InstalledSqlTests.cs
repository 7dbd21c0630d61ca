namespace PerfTooling.EndToEnd;

public class InstalledSqlTests(SqlScenario scenario) : IClassFixture<SqlScenario>
{
    [Fact]
    public void An_N_plus_1_query_fails_the_test_in_a_Debug_build() => Assert.Equal(1, scenario.WithLoop.ExitCode);

    [Fact]
    public void The_failure_names_count_and_limit() =>
        Assert.Contains("FAILED (critical): 5 SQL commands a call, over the limit of MaxCommands = 1", scenario.WithLoop.Output, StringComparison.Ordinal);

    [Fact]
    public void The_failure_shows_the_statement() =>
        Assert.Contains("5 × SELECT COUNT(*) FROM \"Orders\" AS \"o\" WHERE \"o\".\"Id\" = ?", scenario.WithLoop.Output, StringComparison.Ordinal);

    [Fact]
    public void One_query_for_all_passes() => scenario.WithOneQuery.Succeeded();

    [Fact]
    public void A_full_scan_fails_the_test() => Assert.Equal(1, scenario.WithFullScan.ExitCode);

    [Fact]
    public void The_failure_draws_the_plan_and_names_the_index()
    {
        Assert.Contains("└─ SCAN o  ← reads all of Orders", scenario.WithFullScan.Output, StringComparison.Ordinal);
        Assert.Contains("index  on Orders (Email): modelBuilder.Entity<Order>().HasIndex(x => x.Email);", scenario.WithFullScan.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_package_a_limit_fails_and_says_what_to_add()
    {
        Assert.Equal(1, scenario.WithoutPackage.ExitCode);
        Assert.Contains("dotnet add package PerfAssert.EntityFrameworkCore", scenario.WithoutPackage.Output, StringComparison.Ordinal);
    }
}
