using PerfTooling.PlanOracle.Comparison;
using PerfTooling.PlanOracle.Generation;
using PerfTooling.PlanOracle.Planners;
namespace PerfTooling.PlanOracle.Tests;
public class ProbeTests
{
    [Fact]
    public async Task Probe()
    {
        var batch = BatchGenerator.Generate(DatabaseKind.Sqlite, 1, 40);
        File.WriteAllText("/tmp/oracle-batch.cs", batch.Model + batch.Analyzed + batch.Runner);
        var result = await BatchComparer.CompareAsync(batch, new SqlitePlanner());
        File.WriteAllText("/tmp/oracle-out.txt", string.Join("\n", result.Exceptions.Concat(result.NotSent).Concat(result.Compared.Select(c => $"{c.Scan} {c.Sort} {string.Join(",", c.Rules)}\n{c.Query.Text}\n{c.Planner.Sql}\n{c.Planner.Plan}\n"))));
    }
}
