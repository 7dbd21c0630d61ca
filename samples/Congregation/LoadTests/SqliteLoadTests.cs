using Xunit.Abstractions;

namespace Congregation.LoadTests;

public sealed class SqliteLoadTests(SqliteApi api, ITestOutputHelper output) : IClassFixture<SqliteApi>
{
    [Theory, ClassData(typeof(ScenarioData))]
    public Task Keeps_its_budget_on_SQLite(string scenario) => ScenarioRun.HoldAsync(scenario, api.Client, output);
}
