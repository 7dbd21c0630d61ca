using System.IO.Compression;
using System.Text.Json;
using PerfAssert.Baselines;

namespace PerfTooling.NoiseStudy;

/// <summary>The traces recorded under one condition: a file each, so that a study that was cut off goes on where it stopped.</summary>
internal sealed class TraceFolder(string folder, bool underLoad)
{
    private readonly string _folder = Path.Combine(folder, underLoad ? "load" : "quiet");

    /// <summary>Where a session's trace belongs.</summary>
    public string PathOf(Workload workload, int session) => Path.Combine(_folder, $"{workload.Name}-{session:0000}.json.gz");

    public static void Write(string path, Trace trace)
    {
        using var buffer = new MemoryStream();
        using (var zipped = new GZipStream(buffer, CompressionLevel.Optimal))
            JsonSerializer.Serialize(zipped, trace);
        AtomicFile.Write(path, buffer.ToArray());
    }

    /// <summary>All traces of a workload, in the order of their sessions.</summary>
    public IReadOnlyList<Trace> Read(Workload workload)
    {
        if (!Directory.Exists(_folder))
            return [];
        return [.. Directory.EnumerateFiles(_folder, workload.Name + "-*.json.gz").Order(StringComparer.Ordinal).Select(path =>
        {
            using var zipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Trace>(zipped)!;
        })];
    }
}
