using System.Text.Json;
using PerfAssert.Baselines;

namespace PerfTooling.Benchmarks;

/// <summary>The raw results: a file for each run, so that a study that was cut off goes on where it stopped.</summary>
internal sealed class ResultFolder(string folder)
{
    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>The place of a run of some kind; kinds are words joined by hyphens.</summary>
    public string PathOf(string kind, int run) => Path.Combine(_folder, $"{kind}-{run:0000}.json");

    /// <summary>All runs of a kind.</summary>
    public IReadOnlyList<string> Files(string kind) => Directory.Exists(_folder) ? [.. Directory.GetFiles(_folder, kind + "-????.json").Order(StringComparer.Ordinal)] : [];

    public static void Write<T>(string path, T result) => AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(result));

    public static T Read<T>(string path) => JsonSerializer.Deserialize<T>(File.ReadAllBytes(path))!;
}
