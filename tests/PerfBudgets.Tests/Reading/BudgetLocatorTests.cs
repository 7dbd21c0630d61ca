using PerfBudgets.Reading;

namespace PerfBudgets.Tests.Reading;

public class BudgetLocatorTests
{
    [Theory]
    [InlineData("/repo/tests/Shop/perf-budgets.json", "/repo/tests/Shop/perf-budgets.json")]
    [InlineData("/repo/perf-budgets.json", "/repo/perf-budgets.json")]
    [InlineData("/perf-budgets.json", null)]
    [InlineData("/repo/tests/Shop/Cart/perf-budgets.json", null)]
    public void Looks_beside_the_project_and_upwards_to_the_repository_s_root(string file, string? found) =>
        Assert.Equal(found, BudgetLocator.Find("/repo/tests/Shop", path => path == file, path => path == "/repo/.git"));

    [Fact]
    public void The_nearest_one_counts() =>
        Assert.Equal("/repo/tests/perf-budgets.json", BudgetLocator.Find("/repo/tests/Shop", path => path is "/repo/perf-budgets.json" or "/repo/tests/perf-budgets.json", _ => false));

    [Fact]
    public void Outside_of_a_repository_it_looks_up_to_the_drive_s_root() =>
        Assert.Equal("/perf-budgets.json", BudgetLocator.Find("/repo/tests/Shop", path => path == "/perf-budgets.json", _ => false));
}
