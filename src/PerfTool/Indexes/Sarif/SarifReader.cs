using System.Text.Json;
using PerfTool.Cli;
using PerfTool.Indexes.Merging;

namespace PerfTool.Indexes.Sarif;

/// <summary>Reads the compiler's log: SARIF 2.1, one file a project. What is suppressed in the source is left out.</summary>
internal static class SarifReader
{
    /// <summary>A project of thousands of warnings logs a few megabytes.</summary>
    private const long MostBytes = 128 * 1024 * 1024;

    private const string HowToLog = "Log the build with: dotnet build --no-incremental -p:ErrorLog=build.sarif%2cversion=2.1";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">What messages call it.</param>
    /// <param name="showFile">What messages call a source file.</param>
    /// <exception cref="ToolException">It is not there, too large, or no log of a build in SARIF 2.1.</exception>
    public static SarifLog Read(string path, string shown, Func<string, string> showFile)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new ToolException($"{shown} is not there. {HowToLog}");
        return file.Length > MostBytes
            ? throw new ToolException($"{shown} is {file.Length / 1048576:#,0} MB, and more than the log of a project ever is ({MostBytes / 1048576} MB).")
            : Parse(File.ReadAllBytes(path), shown, showFile);
    }

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="ToolException">It is no log of a build in SARIF 2.1.</exception>
    public static SarifLog Parse(ReadOnlyMemory<byte> utf8, string shown, Func<string, string> showFile)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            var version = Text(root, "version");
            if (version?.StartsWith("2.1", StringComparison.Ordinal) != true)
                throw new ToolException($"{shown} is {(version is null ? "no SARIF log" : $"SARIF {version}")}, and SARIF 2.1 is read. {HowToLog}");
            var runs = Items(root, "runs").ToList();
            return new SarifLog(
                runs.Any(run => Items(Get(Get(run, "tool"), "driver"), "rules").Any(IsOurs)),
                [.. runs.SelectMany(run => Items(run, "results")).Where(result => !Items(result, "suppressions").Any()).Select(result => Finding(result, shown, showFile)).OfType<QueryFinding>()]);
        }
        catch (JsonException e)
        {
            throw new ToolException($"{shown}({e.LineNumber + 1}): not JSON, or only half a file: build again. {HowToLog}", e);
        }
        catch (InvalidOperationException e)
        {
            // A text with half a surrogate pair: JSON allows it, and .NET cannot hold it.
            throw new ToolException($"{shown} holds a text that is no Unicode: build again. {HowToLog}", e);
        }
    }

    private static QueryFinding? Finding(JsonElement result, string shown, Func<string, string> showFile)
    {
        if (Text(result, "ruleId") is not { } rule || !rule.StartsWith("PERF", StringComparison.Ordinal))
            return null;
        try
        {
            if (AdviceProperties.Read(Get(Get(result, "properties"), "customProperties")) is not { } advice)
                return null;
            var place = Get(Items(result, "locations").FirstOrDefault(), "physicalLocation");
            var site = new QuerySite(rule, showFile(FileOf(Text(Get(place, "artifactLocation"), "uri") ?? "")), Number(Get(place, "region"), "startLine"));
            return new QueryFinding(site, Number(Get(place, "region"), "startColumn"), advice.Entity, advice.Table, advice.Advised, advice.ColumnNames);
        }
        catch (FormatException e)
        {
            throw new ToolException($"{shown}: the advice of a {rule} is not understood ({e.Message}). Update PerfAnalyzers and perftool to the same version.", e);
        }
    }

    private static string FileOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile ? absolute.LocalPath : Uri.UnescapeDataString(uri);

    private static bool IsOurs(JsonElement rule) => Text(rule, "id")?.StartsWith("PERF1", StringComparison.Ordinal) == true;

    private static JsonElement Get(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => Get(element, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static string? Text(JsonElement element, string name) => Get(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static int Number(JsonElement element, string name) => Get(element, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : 0;
}
