using System.Diagnostics;

namespace PerfTooling.EndToEnd;

public class InstalledPerfToolTests(PerfToolScenario scenario) : IClassFixture<PerfToolScenario>
{
    [Fact]
    public async Task A_method_made_a_fifth_slower_fails()
    {
        var result = await scenario.DecidedCompareAsync(() => scenario.Shop.WritePricing(rounds: 2_400), "--filter", "PricingPerf");

        Assert.True(result.ExitCode == 1, result.Output);
        Assert.Matches(@"PricingPerf\.Total.*1\.[12]\d×", result.Output);
    }

    [Fact]
    public async Task An_unchanged_commit_passes_five_times_of_five()
    {
        List<CommandResult> results = [];
        for (var i = 0; i < 5; i++)
            results.Add(await scenario.CompareAsync(() => { }, "--filter", "PricingPerf"));

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.Output));
    }

    [Fact]
    public async Task A_base_that_is_kept_is_built_once()
    {
        await scenario.CompareAsync(() => { }, "--filter", "nothing is called so");
        var built = scenario.BaseBuilt;
        await scenario.CompareAsync(() => scenario.Shop.WritePricing(rounds: 1_000), "--filter", "nothing is called so");

        Assert.Equal(built, scenario.BaseBuilt);
    }

    [Fact]
    public async Task Eight_bytes_more_a_call_fail()
    {
        var result = await scenario.CompareFreshAsync(() => scenario.WriteBasket("public long Tax = 2;"), "--filter", "BasketPerf");

        Assert.True(result.ExitCode == 1, result.Output);
        Assert.Contains("allocates 32 B a call, 24 B before", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Builds_that_open_one_SQLite_file_are_not_compared()
    {
        var result = await scenario.CompareAsync(() => { }, "--filter", "LedgerPerf");

        Assert.Matches(@"not measured: both builds have \S+ledger\.db open", result.Output);
    }

    [Fact]
    public async Task New_and_removed_tests_are_told()
    {
        var result = await scenario.CompareAsync(
            () => scenario.Shop.Write("Shop.Tests/BasketPerf.cs", "using PerfAssert;\n\nnamespace Shop.Tests;\n\npublic class OtherPerf\n{\n    [PerfFact]\n    public long Counts() => Pricing.Total();\n}\n"), "--filter", "nothing is called so");

        Assert.Contains("OtherPerf.Counts @net10.0", result.Output, StringComparison.Ordinal);
        Assert.Contains("BasketPerf.Create @net10.0", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_that_does_not_build_is_one_line_and_wrong_use()
    {
        await scenario.Shop.GitAsync("checkout", "-q", "-B", "broken");
        scenario.Shop.Write("Shop/Pricing.cs", "namespace Shop; public static class Pricing { oops }");
        await scenario.Shop.CommitAsync("Broken");
        await scenario.Shop.GitAsync("checkout", "-q", "main");

        var result = await scenario.PerfToolAsync("compare", "--base", "broken", PerfToolScenario.Tests);

        Assert.Equal(2, result.ExitCode);
        Assert.Matches(@"(?m)^perftool: Shop\.Tests of broken \([0-9a-f]{10}\) does not build: .*error CS", result.Output);
    }

    [Fact]
    public async Task Ctrl_C_leaves_nothing_behind()
    {
        var result = await scenario.PerfToolAsync(
            (process, line) =>
            {
                if (line.StartsWith("Comparing", StringComparison.Ordinal))
                    Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
            },
            "compare", "--base", "main", PerfToolScenario.Tests);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Empty(scenario.LeftBehind);
        Assert.DoesNotContain("perftool-", await scenario.Shop.GitAsync("worktree", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_writes_what_three_processes_agree_on()
    {
        await scenario.Shop.GitAsync("checkout", "-q", "--", ".");
        var result = await scenario.PerfToolAsync("baseline", "record", PerfToolScenario.Tests, "--filter", "FullyQualifiedName~PricingPerf", "--reason", "First baseline");

        // On a machine too noisy for three processes to agree it must say so, and write nothing.
        var written = File.Exists(scenario.Shop.PathOf("Shop.Tests/PricingPerf.perf.json"));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(written, !result.Output.Contains("not recorded: Shop.Tests.PricingPerf.Total: the processes do not agree", StringComparison.Ordinal));
    }
}
