using Xunit.Abstractions;

namespace Congregation.LoadTests;

public sealed class PostgreSqlLoadTests(PostgreSqlApi api, ITestOutputHelper output) : IClassFixture<PostgreSqlApi>
{
    [PostgreSqlTheory, ClassData(typeof(ScenarioData))]
    public Task Keeps_its_budget_on_PostgreSql(string scenario) => ScenarioRun.HoldAsync(scenario, api.Client, output);
}
