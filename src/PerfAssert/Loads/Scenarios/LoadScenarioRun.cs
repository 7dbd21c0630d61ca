using System.Collections.Immutable;
using System.Globalization;

namespace PerfAssert.Loads.Scenarios;

/// <summary>A scenario whose setup is done. Iterations may run at once.</summary>
public sealed class LoadScenarioRun
{
    private readonly LoadScenario _scenario;
    private readonly ScenarioRequests _requests;
    private readonly ImmutableDictionary<string, LoadValue> _variables;

    private LoadScenarioRun(LoadScenario scenario, ScenarioRequests requests, ImmutableDictionary<string, LoadValue> variables)
    {
        _scenario = scenario;
        _requests = requests;
        _variables = variables;
    }

    /// <summary>Runs one iteration: its steps, one after the other, up to the first that is not answered as it should be.</summary>
    /// <param name="iteration">Which one; its number decides which row of the data it takes.</param>
    /// <exception cref="LoadRequestException">An answer was not as it should be: its status, or a value that it has not.</exception>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async ValueTask RunAsync(LoadIteration iteration)
    {
        var variables = new Dictionary<string, LoadValue>(_variables, StringComparer.Ordinal)
        {
            [Reading.ScenarioFormat.Iteration] = new(iteration.Number.ToString(CultureInfo.InvariantCulture), IsText: false),
        };
        if (!_scenario.Data.IsEmpty)
        {
            foreach (var (name, value) in _scenario.Data[(int)(iteration.Number % _scenario.Data.Length)])
                variables[name] = value;
        }

        foreach (var step in _scenario.Steps)
            await _requests.SendAsync(step, variables, iteration.Cancellation).ConfigureAwait(false);
    }

    internal static async Task<LoadScenarioRun> StartAsync(LoadScenario scenario, HttpClient client, Func<string, string?> environment, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (client.BaseAddress is not { IsAbsoluteUri: true } address)
            throw new LoadScenarioException(scenario.Path, null, null, "the client has no base address, and paths begin there", "Set HttpClient.BaseAddress, such as http://127.0.0.1:5000.");
        var read = new Dictionary<string, LoadValue>(StringComparer.Ordinal);
        foreach (var name in scenario.EnvironmentVariables)
        {
            read[name] = environment(name) is { Length: > 0 } value ? new LoadValue(value, IsText: true)
                : throw new LoadScenarioException(scenario.Path, null, null, $"the environment variable {name} is not set", "Set it where the test runs; the scenario refers to it as {{env:" + name + "}}.");
        }

        var requests = new ScenarioRequests(client, address.AbsoluteUri.TrimEnd('/'), read);
        var variables = new Dictionary<string, LoadValue>(StringComparer.Ordinal);
        foreach (var step in scenario.Setup)
        {
            try
            {
                await requests.SendAsync(step, variables, cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (e is LoadRequestException or HttpRequestException)
            {
                throw new LoadScenarioException(scenario.Path, null, "setup / " + step.Name, e.Message, "The setup must succeed before load is offered: check the address, the environment variables and the expected status.", e);
            }
        }

        return new LoadScenarioRun(scenario, requests, variables.ToImmutableDictionary(StringComparer.Ordinal));
    }
}
