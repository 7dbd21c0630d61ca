using PerfAssert.Baselines;
using PerfAssert.Reporting;
using PerfAssert.Verdicts;

namespace PerfAssert.Tests.Reporting;

public class SummaryMarkdownTests
{
    [Fact]
    public void A_cell_cannot_break_the_table() => Assert.Contains("a\\|b", SummaryMarkdown.Render("title", [Result("a|b")]), StringComparison.Ordinal);

    [Fact]
    public void A_name_cannot_bring_HTML_along() => Assert.DoesNotContain("<script>", SummaryMarkdown.Render("title", [Result("<script>", PerfOutcome.Pass)]), StringComparison.Ordinal);

    [Fact]
    public void A_name_cannot_close_the_block_of_a_failure() => Assert.Contains("\n````text\n", SummaryMarkdown.Render("title", [Result("a```b")]), StringComparison.Ordinal);

    [Fact]
    public void Only_what_failed_or_stayed_open_is_told_in_full() =>
        Assert.Equal(2, SummaryMarkdown.Render("title", [Result("a"), Result("b", PerfOutcome.Inconclusive), Result("c", PerfOutcome.Pass)]).Split("<details>").Length - 1);

    private static PerfTestResult Result(string name, PerfOutcome outcome = PerfOutcome.Failed) => new(
        new PerfTest { TestClass = typeof(SummaryMarkdownTests), Method = typeof(SummaryMarkdownTests).GetMethods()[0], DisplayName = name, Body = new SimulatedBody(new SimulatedMachine(), 1) },
        name,
        new Verdict(outcome, "a reason"),
        Make.Machine(),
        new BaselinePaths("/repo", "/repo/A.perf.json", "/repo/A.perf.received.json"));
}
