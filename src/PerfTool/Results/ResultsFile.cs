using System.Text.Json.Serialization;
using PerfAssert;

namespace PerfTool.Results;

/// <summary>What one run left in TestResults/perf-results*.json, or a comparison or import of this tool in the same format.</summary>
internal sealed record ResultsFile
{
    /// <summary>The version of the format that this tool reads and writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The format's version.</summary>
    public required int Schema { get; init; }

    /// <summary>The test assembly; for an import, the file that was imported.</summary>
    public required string Assembly { get; init; }

    /// <summary>Its target framework, such as "net10.0"; the name of the tool for an import ("k6", "benchmarkdotnet").</summary>
    public required string TargetFramework { get; init; }

    /// <summary>The fingerprint of the machine.</summary>
    public required string Machine { get; init; }

    /// <summary>When the run began, UTC.</summary>
    public required DateTime Started { get; init; }

    /// <summary>For a comparison of two builds: what the older one is called, for example "main (1a2b3c4)".</summary>
    public string? Base { get; init; }

    /// <summary>How many tests had each outcome; written for those who read the file with other tools.</summary>
    public IReadOnlyDictionary<string, int> Counts => Enum.GetValues<PerfOutcome>().ToDictionary(outcome => char.ToLowerInvariant(outcome.ToString()[0]) + outcome.ToString()[1..], outcome => Tests.Count(test => test.Outcome == outcome));

    /// <summary>The file it was read from, as an absolute path; null where it was not read from one.</summary>
    [JsonIgnore]
    public string? Source { get; init; }

    /// <summary>The folder that the file's own paths start from: the one that holds TestResults. Null where that is not known.</summary>
    [JsonIgnore]
    public string? Project => Path.GetDirectoryName(Path.GetDirectoryName(Source));

    /// <summary>The tests.</summary>
    public required IReadOnlyList<TestResult> Tests { get; init; }
}
