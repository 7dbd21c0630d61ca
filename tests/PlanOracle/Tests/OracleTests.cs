using PerfTooling.PlanOracle.Comparison;
using PerfTooling.PlanOracle.Generation;
using PerfTooling.PlanOracle.Planners;
using PerfTooling.Shared;

namespace PerfTooling.PlanOracle.Tests;

/// <summary>Holds the analyzer's verdicts on random queries against what each database's planner says of the same queries.</summary>
public class OracleTests
{
    private const int Seed = 1;
    private const int Queries = 400;

    [Fact]
    public async Task The_analyzer_and_SQLite_agree()
    {
        using var planner = new SqlitePlanner();
        AssertAgreement(await OracleRun.RunAsync(planner, Seed, Queries));
    }

    [PostgreSqlFact]
    public async Task The_analyzer_and_PostgreSQL_agree()
    {
        using var planner = PostgreSqlPlanner.Start();
        AssertAgreement(await OracleRun.RunAsync(planner, Seed, Queries));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_seed_repeats_its_batch(int seed)
    {
        var first = BatchGenerator.Generate(DatabaseKind.Sqlite, seed, 20);
        var second = BatchGenerator.Generate(DatabaseKind.Sqlite, seed, 20);

        Assert.Equal(first.Model, second.Model);
        Assert.Equal(first.Analyzed, second.Analyzed);
        Assert.Equal(first.Runner, second.Runner);
    }

    private static void AssertAgreement(OracleResult result)
    {
        Assert.Empty(result.Exceptions);
        Assert.True(result.NotSent.Length < Queries / 100, string.Join("\n", result.NotSent));
        AssertSeen(result.Scans);
        AssertSeen(result.Sorts);

        var text = DisagreementText.Write(result);
        Assert.True(result.Scans.Precision >= Thresholds.Precision, $"scans: {result.Scans}\n{text}");
        Assert.True(result.Scans.Recall >= Thresholds.ScanRecall, $"scans: {result.Scans}\n{text}");
        Assert.True(result.Sorts.Precision >= Thresholds.Precision, $"sorts: {result.Sorts}\n{text}");
        Assert.True(result.Sorts.Recall >= Thresholds.SortRecall, $"sorts: {result.Sorts}\n{text}");
    }

    private static void AssertSeen(Tally tally)
    {
        Assert.True(tally.TruePositives + tally.FalseNegatives >= Thresholds.Least, $"too few that the planner does: {tally}");
        Assert.True(tally.TrueNegatives + tally.FalsePositives >= Thresholds.Least, $"too few that it doesn't: {tally}");
    }
}
