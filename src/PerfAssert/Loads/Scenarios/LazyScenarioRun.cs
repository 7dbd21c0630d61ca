namespace PerfAssert.Loads.Scenarios;

/// <summary>A scenario whose setup is carried out by the first request, once: a setup that failed fails every request in the same words.</summary>
internal sealed class LazyScenarioRun(LoadScenario scenario, Func<ValueTask<HttpClient>> client)
{
    private readonly object _gate = new();
    private Task<LoadScenarioRun>? _run;

    public async ValueTask SendAsync(LoadIteration iteration)
    {
        Task<LoadScenarioRun> run;
        lock (_gate)
            run = _run ??= StartAsync(iteration.Cancellation);
        await (await run.ConfigureAwait(false)).RunAsync(iteration).ConfigureAwait(false);
    }

    private async Task<LoadScenarioRun> StartAsync(CancellationToken cancellation)
    {
        var sender = await client().ConfigureAwait(false)
            ?? throw new LoadScenarioException(scenario.Path, null, null, "the test returned no HttpClient", "Return the client that the scenario's requests are sent by, such as that of LoadHttp.CreateClient.");
        LoadHttp.RefuseOthers(sender, Environment.GetEnvironmentVariable);
        return await scenario.StartAsync(sender, cancellation).ConfigureAwait(false);
    }
}
