using CsCheck;
using PerfTool.Reports;

namespace PerfTool.Tests.Reports;

public class MarkdownReportTests
{
    [Fact]
    public void A_name_stays_in_its_cell() =>
        Assert.Contains("| CartPerf.A\\|B\\_C |", MarkdownReport.Render(Some.Report(Some.Test("A|B_C"))), StringComparison.Ordinal);

    [Fact]
    public void A_load_test_has_its_latencies_and_what_it_answered_in_its_row() =>
        Assert.Contains("| OrdersLoad.Lists | FAILED (critical) | 2.00 ms → 3.00 ms | 1.50× | 3.00 ms / 6.00 ms / 9.00 ms | 199.7/s, 3 dropped |\n", MarkdownReport.Render(Some.Report(Some.Load())), StringComparison.Ordinal);

    [Fact]
    public void No_text_becomes_an_element() => Gen.String.Sample(text =>
        Assert.DoesNotContain("<script", MarkdownReport.Render(Some.Report(Some.Test(text + "<script>" + text)))
            .Split("\n", StringSplitOptions.None).Where(line => line.StartsWith('|')).Aggregate("", string.Concat), StringComparison.OrdinalIgnoreCase), iter: 200);

    [Fact]
    public void What_is_too_long_is_cut_and_says_so() => Gen.Int[200, 20_000].Sample(most =>
    {
        var text = MarkdownReport.Render(Some.Report([.. Enumerable.Range(0, 100).Select(i => Some.Failed("Test" + i))]), most);

        Assert.True(text.Length <= most, $"{text.Length} of {most}");
        Assert.Contains("did not fit here", text, StringComparison.Ordinal);
    }, iter: 50);

    [Fact]
    public void What_fits_is_not_cut()
    {
        var sections = Some.Report(Some.Failed(), Some.Test("Finds"));
        var whole = MarkdownReport.Render(sections);

        Assert.Equal(whole, MarkdownReport.Render(sections, whole.Length));
    }

    [Fact]
    public void The_fence_is_longer_than_any_in_the_text() =>
        Assert.Contains("\n`````text\n", Markdown.Folded("x", "````"), StringComparison.Ordinal);
}
