using System.Text;
using CsCheck;
using PerfTool.Cli;
using PerfTool.Imports;

namespace PerfTool.Tests.Imports;

public class ImportReaderTests
{
    [Theory, InlineData(true, false), InlineData(false, true)]
    public void In_an_export_true_means_that_the_threshold_was_broken(bool value, bool isKept) =>
        Assert.Equal([("p(95)<500", isKept)], Metric(K6(Samples.K6Export(value)), "http_req_duration").Thresholds);

    [Theory, InlineData(true), InlineData(false)]
    public void In_handleSummary_ok_means_that_it_was_kept(bool isOk) =>
        Assert.Equal([("p(95)<500", isOk)], Metric(K6(Samples.K6HandleSummary(isOk)), "http_req_duration").Thresholds);

    [Fact]
    public void All_three_summaries_have_the_same_median() => Assert.All(
        [Samples.K6Export(), Samples.K6HandleSummary(), Samples.K6MachineReadable],
        json => Assert.Equal(152_790_000, Metric(K6(json), "http_req_duration").Times!.P50!.Value, 1e-3));

    [Fact]
    public void The_phases_of_a_request_are_left_out() =>
        Assert.DoesNotContain(K6(Samples.K6Export()).Metrics, metric => metric.Name == "http_req_blocked");

    [Fact]
    public void A_size_is_no_time() => Assert.DoesNotContain(K6(Samples.K6HandleSummary()).Metrics, metric => metric.Name == "payload");

    [Fact]
    public void A_rate_with_a_threshold_is_imported_without_times() => Assert.Null(Metric(K6(Samples.K6HandleSummary()), "http_req_failed").Times);

    [Fact]
    public void A_summary_without_sample_counts_says_so() => Assert.Contains(
        "The summary has no sample counts, so it is held against absolute budgets only.", K6(Samples.K6MachineReadable).Notes);

    [Fact]
    public void A_benchmark_brings_its_samples_and_its_bytes()
    {
        var metric = Metric(ImportReader.Parse("benchmarkdotnet", Encoding.UTF8.GetBytes(Samples.BenchmarkDotNet()), "x"), "Shop.CartBench.Totals");

        Assert.Equal((15, 1007, 72), (metric.Samples.Count, metric.Times!.P50, metric.Times.Allocated));
    }

    [Theory, InlineData("k6", "{}"), InlineData("k6", "[]"), InlineData("benchmarkdotnet", "{}"), InlineData("benchmarkdotnet", "null")]
    public void What_is_of_another_kind_is_told(string tool, string json) =>
        Assert.StartsWith("x is no ", Assert.Throws<ToolException>(() => ImportReader.Parse(tool, Encoding.UTF8.GetBytes(json), "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_off_is_told_with_its_line() =>
        Assert.StartsWith("x(9): no JSON.", Assert.Throws<ToolException>(() => ImportReader.Parse("k6", Encoding.UTF8.GetBytes(Samples.K6Export()[..600]), "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void No_file_breaks_it() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4000], Gen.Int[0, 4000], Gen.Byte, Gen.Int[0, 2]).Sample((which, at, other, junk, how) =>
    {
        var utf8 = Encoding.UTF8.GetBytes(new[] { Samples.K6Export(), Samples.K6HandleSummary(), Samples.K6MachineReadable, Samples.BenchmarkDotNet() }[which]);
        var (from, to) = (at % utf8.Length, other % utf8.Length);
        byte[] mutated = how switch
        {
            0 => utf8[..from],
            1 => [.. utf8[..from], junk, .. utf8[(from + 1)..]],
            _ => [.. utf8[..Math.Min(from, to)], .. utf8[Math.Max(from, to)..]],
        };
        try
        {
            var imported = ImportReader.Parse(which == 3 ? "benchmarkdotnet" : "k6", mutated, "x");
            ImportRun.Judge(imported, "x", DateTime.UnixEpoch, ImportRun.Record(imported, "here")?.ToBaseline(), ImportBudgets.None, "here");
        }
        catch (ToolException e)
        {
            Assert.DoesNotContain('\n', e.Message);
        }
    }, iter: 5000);

    private static Imported K6(string json) => ImportReader.Parse("k6", Encoding.UTF8.GetBytes(json), "x");

    private static ImportedMetric Metric(Imported imported, string name) => Assert.Single(imported.Metrics, metric => metric.Name == name);
}
