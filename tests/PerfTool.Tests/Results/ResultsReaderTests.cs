using System.Text;
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
}
