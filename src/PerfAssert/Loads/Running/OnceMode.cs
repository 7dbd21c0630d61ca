namespace PerfAssert.Loads;

/// <summary>Whether load tests run but one request here: for a quick run of all tests on a machine that is not to be loaded.</summary>
internal static class OnceMode
{
    /// <summary>The environment variable: <c>once</c>, or nothing.</summary>
    public const string Variable = "PERFASSERT_LOAD";

    /// <summary>Why nothing is measured; null where it is.</summary>
    /// <exception cref="PerfTestException">The variable says something else.</exception>
    public static string? Reason(Func<string, string?> environment) => environment(Variable)?.Trim().ToUpperInvariant() switch
    {
        null or "" => null,
        "ONCE" => $"{Variable} is 'once': one request was sent",
        _ => throw new PerfTestException($"The environment variable {Variable} is '{environment(Variable)}'. Set it to once (load tests send one request and measure nothing), or remove it."),
    };
}
