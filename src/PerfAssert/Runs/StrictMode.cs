using System.Reflection;

namespace PerfAssert.Runs;

/// <summary>Whether a doubt is red: as the test says, else the environment, else the assembly.</summary>
internal static class StrictMode
{
    /// <summary>The environment variable: 1 or true, 0 or false.</summary>
    public const string Variable = "PERFASSERT_STRICT";

    /// <summary>Whether an assembly's tests are strict that don't say so themselves.</summary>
    /// <exception cref="PerfTestException">The variable says neither yes nor no.</exception>
    public static bool Of(Assembly assembly, Func<string, string?> environment) => environment(Variable)?.Trim().ToUpperInvariant() switch
    {
        null or "" => assembly.GetCustomAttribute<PerfOptionsAttribute>()?.Strict ?? false,
        "1" or "TRUE" => true,
        "0" or "FALSE" => false,
        _ => throw new PerfTestException($"The environment variable {Variable} is '{environment(Variable)}'. Set it to 1 (doubts fail their tests) or 0, or remove it."),
    };
}
