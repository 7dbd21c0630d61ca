namespace PerfTooling.EndToEnd;

public class InstalledAnalyzerTests(AnalyzerScenario scenario) : IClassFixture<AnalyzerScenario>
{
    [Fact]
    public void The_build_succeeds() => scenario.FirstBuild.Succeeded();

    [Fact]
    public void The_build_warns_at_the_line_of_the_filter() =>
        Assert.Contains("OrderQueries.cs(10,29): warning PERF101: No index on 'Order' can serve the filter on 'Email'", scenario.FirstBuild.Output, StringComparison.Ordinal);

    [Fact]
    public void The_fix_adds_the_advised_index() =>
        Assert.Contains("[Index(nameof(Email))]\npublic class Order", scenario.Shop.Read("Shop/Order.cs").ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void The_fixed_project_builds() => scenario.SecondBuild.Succeeded();

    [Fact]
    public void The_fix_silences_the_warning() => Assert.DoesNotContain("PERF101", scenario.SecondBuild.Output, StringComparison.Ordinal);
}
