namespace PerfTooling.EndToEnd;

public class InstalledMisuseRulesTests(MisuseScenario scenario) : IClassFixture<MisuseScenario>
{
    [Fact]
    public void The_build_succeeds() => scenario.Build.Succeeded();

    [Theory]
    [InlineData("TaxPerf.cs(10,23): warning PERF301: 'Reads' is async void")]
    [InlineData("TaxPerf.cs(15,13): warning PERF302: Nothing uses the result of 'Math.Pow(1 + _rate, 12)'")]
    [InlineData("TaxPerf.perf.json(2,3): warning PERF306: There is no perf test 'Shop.Tests.TaxPerf.Adds'")]
    [InlineData("PricingPerf.cs(8,17): warning PERF305: 'Shop.Tests.PricingPerf.Total' has no baseline")]
    public void The_build_warns(string warning) => Assert.Contains(warning, scenario.Build.Output, StringComparison.Ordinal);

    [Fact]
    public void A_test_that_has_a_baseline_lacks_none() => Assert.DoesNotContain("'Shop.Tests.TaxPerf.Compounds' has no baseline", scenario.Build.Output, StringComparison.Ordinal);
}
