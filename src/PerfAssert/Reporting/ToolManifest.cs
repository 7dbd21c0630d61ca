using System.Collections.Concurrent;
using System.Text.Json;

namespace PerfAssert.Reporting;

/// <summary>The local tools of a repository, as dotnet finds them: <c>dotnet-tools.json</c> in a folder or in its <c>.config</c>, up to one that says it is the root.</summary>
internal static class ToolManifest
{
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    /// <summary>Whether <c>dotnet perftool</c> runs in a folder, once restored. A manifest that can't be read lists nothing.</summary>
    public static bool HasPerfTool(string folder) => Known.GetOrAdd(folder, Look);

    private static bool Look(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            foreach (var file in new[] { Path.Combine(current.FullName, ".config", "dotnet-tools.json"), Path.Combine(current.FullName, "dotnet-tools.json") })
            {
                var (lists, isRoot) = Read(file);
                if (lists || isRoot)
                    return lists;
            }
        }

        return false;
    }

    private static (bool Lists, bool IsRoot) Read(string file)
    {
        try
        {
            if (!File.Exists(file))
                return default;
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return json.RootElement is not { ValueKind: JsonValueKind.Object } root ? default : (
                root.TryGetProperty("tools", out var tools) && tools.ValueKind == JsonValueKind.Object && tools.TryGetProperty("perftool", out _),
                root.TryGetProperty("isRoot", out var isRoot) && isRoot.ValueKind == JsonValueKind.True);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return default;
        }
    }
}
