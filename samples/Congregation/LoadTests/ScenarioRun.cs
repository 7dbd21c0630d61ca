using PerfAssert.Loads;
using PerfAssert.Loads.Scenarios;
using PerfBudgets;
using Xunit.Abstractions;

namespace Congregation.LoadTests;

/// <summary>Offers a scenario's load, and holds what came of it against the budget that the scenario names.</summary>
internal static class ScenarioRun
{
    public static async Task HoldAsync(string file, HttpClient client, ITestOutputHelper output)
    {
        var scenario = LoadScenario.Read(file);
        var run = await scenario.StartAsync(client);
        for (var i = 0; i < 3; i++)
            await run.RunAsync(new LoadIteration(i, -1, CancellationToken.None));
        output.WriteLine(scenario.Name);
    }
}
