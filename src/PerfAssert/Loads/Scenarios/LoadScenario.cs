using System.Collections.Immutable;
using PerfAssert.Loads.Scenarios.Reading;
using PerfBudgets.Reading;

namespace PerfAssert.Loads.Scenarios;

/// <summary>
/// Requests that belong together, read from a file (<c>NAME.load.json</c>): load tests run it in .NET, and <c>perftool k6 export</c> makes a k6
/// script of the same file. It says only what both can do alike.
/// </summary>
public sealed record LoadScenario
{
    /// <summary>The version of the file's format.</summary>
    public const int Schema = 1;

    /// <summary>The environment variable that names a profile in place of the one that a test names: <c>smoke</c> for each change, <c>soak</c> at night.</summary>
    public const string ProfileVariable = "PERFASSERT_LOAD_PROFILE";

    /// <summary>The file, for messages.</summary>
    public required string Path { get; init; }

    /// <summary>What reports call it.</summary>
    public required string Name { get; init; }

    /// <summary>A sentence for the reader; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The operation of perf-budgets.json that an iteration, all its steps together, is held against; null for none.</summary>
    public string? Budget { get; init; }

    /// <summary>Requests before the run, once and one after the other; what they extract all iterations have.</summary>
    public ImmutableArray<LoadScenarioStep> Setup { get; init; } = [];

    /// <summary>The requests of an iteration, one after the other; at least one.</summary>
    public required ImmutableArray<LoadScenarioStep> Steps { get; init; }

    /// <summary>Variables that iterations take in turn, a row each: the first takes the first row, and after the last comes the first again. All rows have the same names.</summary>
    public ImmutableArray<ImmutableSortedDictionary<string, LoadValue>> Data { get; init; } = [];

    /// <summary>How much load is offered, by name; at least one.</summary>
    public required ImmutableSortedDictionary<string, LoadProfile> Profiles { get; init; }

    /// <summary>Environment variables that the steps refer to, in order of their names.</summary>
    public ImmutableArray<string> EnvironmentVariables =>
        [.. Setup.Concat(Steps).SelectMany(step => step.Texts).SelectMany(text => text.Parts).Where(part => part.Kind == LoadTextKind.Environment).Select(part => part.Text).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; one that is not rooted is looked for beside the running program, where a test project copies its files.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="LoadScenarioException">The file is missing, cannot be read or is not understood.</exception>
    public static LoadScenario Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = System.IO.Path.GetFullPath(path, AppContext.BaseDirectory);
        try
        {
            return Parse(File.ReadAllBytes(full), path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LoadScenarioException(full, null, null, "there is no such file", "A test project copies it: <None Update=\"*.load.json\" CopyToOutputDirectory=\"PreserveNewest\" />. docs/load-scenarios.md shows what goes in.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LoadScenarioException(full, null, null, "cannot be read: " + e.Message, "Check that the file is readable and not locked by another program.", e);
        }
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="utf8">UTF-8 text, with or without a byte order mark.</param>
    /// <param name="path">The file's name, for messages.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="LoadScenarioException">The content is not understood.</exception>
    public static LoadScenario Parse(ReadOnlySpan<byte> utf8, string path) => ScenarioReader.Read(utf8, path);

    /// <summary>A profile.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="LoadScenarioException">There is none of that name; the message suggests those of similar name.</exception>
    public LoadProfile Profile(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Profiles.TryGetValue(name, out var profile))
            return profile;
        var near = NearNames.Of(name, Profiles.Keys);
        throw new LoadScenarioException(
            Path, null, null, $"there is no profile '{name}'",
            near.Count > 0 ? $"Did you mean {string.Join(" or ", near.Select(one => $"'{one}'"))}? Otherwise add it under \"profiles\"." : $"Add it under \"profiles\", or take one of {string.Join(", ", Profiles.Keys.Select(one => $"'{one}'"))}.");
    }

    /// <summary>The profile that <see cref="ProfileVariable"/> names; the one named here where it is not set.</summary>
    /// <param name="name">The profile of a run that nobody asked for another.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="LoadScenarioException">There is none of that name: a mistyped variable must not run the smoke test every night.</exception>
    public LoadProfile ChosenProfile(string name) => Chosen(name, Environment.GetEnvironmentVariable(ProfileVariable));

    /// <summary>Carries out the setup.</summary>
    /// <param name="client">Sends all requests; its <see cref="HttpClient.BaseAddress"/> is what paths begin from.</param>
    /// <param name="cancellation">Ends the setup.</param>
    /// <returns>What runs the iterations.</returns>
    /// <exception cref="LoadScenarioException">An environment variable is not set, the client has no base address, or a request of the setup was not answered as it should be.</exception>
    public Task<LoadScenarioRun> StartAsync(HttpClient client, CancellationToken cancellation = default) =>
        LoadScenarioRun.StartAsync(this, client, Environment.GetEnvironmentVariable, cancellation);

    /// <summary>The scenario as one request of a load test. The first to be sent carries out the setup.</summary>
    /// <param name="client">Gives what sends all requests, as for <see cref="StartAsync"/>; asked once, when the first is sent.</param>
    /// <returns>Throws as <see cref="StartAsync"/> and <see cref="LoadScenarioRun.RunAsync"/> do.</returns>
    public Func<LoadIteration, ValueTask> ToRequest(Func<ValueTask<HttpClient>> client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new LazyScenarioRun(this, client).SendAsync;
    }

    internal LoadProfile Chosen(string name, string? variable)
    {
        if (variable is not { Length: > 0 })
            return Profile(name);
        return Profiles.TryGetValue(variable, out var profile) ? profile
            : throw new LoadScenarioException(Path, null, null, $"there is no profile '{variable}', which the environment variable {ProfileVariable} names", $"Add it under \"profiles\", or take one of {string.Join(", ", Profiles.Keys.Select(one => $"'{one}'"))}.");
    }
}
