using PerfAssert.Loads;
using PerfAssert.Measuring;

namespace PerfTooling.LoadStudy;

/// <summary>A fresh process: two runs, as a test makes them whose first run needs confirmation. Verdicts come later, from what they left.</summary>
internal static class Session
{
    public static readonly LoadPlan Plan = new()
    {
        Request = _ => default,
        Profile = LoadProfile.ConstantRate(100, TimeSpan.FromSeconds(5)) with { WarmUp = TimeSpan.FromSeconds(3) },
    };

    public static async Task<LoadReading[]> RunAsync(Condition condition)
    {
        await using var system = await LiveSystem.StartAsync(condition.Times);
        using var client = new HttpClient { BaseAddress = system.Address };
        var path = new Uri(condition.Workload, UriKind.Relative);
        var plan = Plan with { Request = async iteration => await client.GetStringAsync(path, iteration.Cancellation) };
        var instruments = new SystemInstruments();
        var runner = new LoadRunner(LoadGenerator.RunAsync, instruments);
        await plan.Request(new LoadIteration(0, -1, CancellationToken.None));
        var first = await runner.RunAsync(plan, null, CancellationToken.None);
        await instruments.PauseAsync(TimeSpan.FromSeconds(2), CancellationToken.None);
        return [first, await runner.RunAsync(plan, null, CancellationToken.None)];
    }
}
