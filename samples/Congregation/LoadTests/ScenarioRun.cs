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
        var budget = BudgetFile.Read(BudgetFile.Find(AppContext.BaseDirectory)!).Get(scenario.Budget!);
        var run = await scenario.StartAsync(client);

        var problem = await OfferAsync();
        // Once more: other work on the machine may have been at it, and slow code is slow twice.
        if (problem is not null)
            problem = await OfferAsync();

        Assert.Null(problem);

        async Task<string?> OfferAsync()
        {
            var measured = await LoadGenerator.RunAsync(run.RunAsync, scenario.ChosenProfile("smoke"));
            output.WriteLine(Text(scenario.Name, measured));
            return Problem(measured, budget);
        }
    }

    /// <summary>What is wrong; null where nothing is, or where the generator was too slow to tell.</summary>
    private static string? Problem(LoadMeasurement measured, OperationBudget budget)
    {
        if (measured.Saturated is not null)
            return null;
        if (measured.Failed > 0)
            return $"{measured.Failed} of {measured.Started} requests failed, first with {measured.Errors[0].Kind}: {measured.Errors[0].Example}";
        if (measured.Dropped > 0)
            return $"{measured.Dropped} of {measured.Offered} arrivals found too many requests on their way";
        foreach (var (name, limits, nanoseconds) in new[] { ("p50", budget.P50, measured.Latency.P50), ("p95", budget.P95, measured.Latency.P95), ("p99", budget.P99, measured.Latency.P99) })
        {
            if (limits?.Critical is { } critical && nanoseconds > (double)critical.Nanoseconds)
                return $"{name} is {nanoseconds / 1e6:0.0} ms, over the critical limit of {critical} for {budget.Name}";
        }

        return null;
    }

    private static string Text(string name, LoadMeasurement measured) => FormattableString.Invariant(
        $"{name}: {measured.Succeeded} of {measured.Offered} answered, {measured.Throughput:0.0}/s; p50 {measured.Latency.P50 / 1e6:0.0} ms, p95 {measured.Latency.P95 / 1e6:0.0} ms, p99 {measured.Latency.P99 / 1e6:0.0} ms{(measured.Saturated is { } saturated ? $"; says nothing of the system: {saturated}" : "")}");
}
