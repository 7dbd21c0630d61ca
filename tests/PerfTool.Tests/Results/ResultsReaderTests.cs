using System.Text;
using CsCheck;
using PerfTool.Cli;
using PerfTool.Results;

namespace PerfTool.Tests.Results;

public class ResultsReaderTests
{
    [Fact]
    public void A_budget_with_a_single_limit_is_read()
    {
        var json = Encoding.UTF8.GetString(ResultsReader.Write(Some.File(Some.Test() with
        {
            Budget = new BudgetResult { Operation = "cart.total", File = "perf-budgets.json", Outcome = PerfAssert.PerfOutcome.Pass, P95 = new BudgetPercentile(5, Critical: 10) },
        })));

        Assert.Equal(new BudgetPercentile(5, null, null, 10), ResultsReader.Parse(Encoding.UTF8.GetBytes(json), "x").Tests[0].Budget!.P95);
    }

    [Fact]
    public void What_is_written_is_read_as_it_was()
    {
        var file = Some.File(Some.Test());

        Assert.Equal(Encoding.UTF8.GetString(ResultsReader.Write(file)), Encoding.UTF8.GetString(ResultsReader.Write(ResultsReader.Parse(ResultsReader.Write(file), "x"))));
    }

    [Fact]
    public void A_file_that_was_cut_off_is_one_clear_line()
    {
        var bytes = ResultsReader.Write(Some.File(Some.Test()));

        Assert.Matches(@"^x\(\d+\): no perf results: [^\n]*Run the tests again", Assert.Throws<ToolException>(() => ResultsReader.Parse(bytes.AsSpan(0, bytes.Length / 2), "x")).Message);
    }

    [Fact]
    public void Results_of_another_version_are_refused() =>
        Assert.StartsWith("x was written with schema 2 by another version of PerfAssert", Assert.Throws<ToolException>(() => ResultsReader.Parse("{\"schema\":2}"u8, "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_200_MB_is_refused_without_being_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("perf-results.json", "");
        using (var stream = File.OpenWrite(path))
            stream.SetLength(200 * 1024 * 1024);

        Assert.StartsWith("x is 200 MB, and no results file", Assert.Throws<ToolException>(() => ResultsReader.Read(path, "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_broken_in_it_reading_gives_results_or_a_clear_line() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Byte).Sample((at, with) =>
        {
            var bytes = ResultsReader.Write(Some.File(Some.Test()));
            bytes[at % bytes.Length] = with;
            try
            {
                return ResultsReader.Parse(bytes, "x") is not null;
            }
            catch (ToolException e)
            {
                return !e.Message.Contains('\n', StringComparison.Ordinal);
            }
        });
}
