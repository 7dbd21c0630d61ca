using System.Text.Json;
using PerfTool.Cli;

namespace PerfTool.Imports;

/// <summary>Reads a file of another tool.</summary>
internal static class ImportReader
{
    /// <summary>A summary is small; a full report has every measurement.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ToolException">It is not there, too large, or not of that tool.</exception>
    public static Imported Read(string tool, string path, string shown)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new ToolException($"{shown} is not there.");
        if (file.Length > MostBytes)
            throw new ToolException($"{shown} is {file.Length / 1048576:#,0} MB; a summary to import stays below {MostBytes / 1048576} MB.");
        return Parse(tool, File.ReadAllBytes(path), shown);
    }

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="ToolException">It is not of that tool.</exception>
    public static Imported Parse(string tool, ReadOnlyMemory<byte> utf8, string shown)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        try
        {
            using var json = JsonDocument.Parse(utf8);
            var imported = tool == K6Summary.Tool ? K6Summary.Read(json.RootElement) : BenchmarkDotNetReport.Read(json.RootElement);
            return imported is not { Metrics.Count: > 0 }
                ? throw new ToolException(tool == K6Summary.Tool
                    ? $"{shown} is no summary of k6 with times or thresholds in it. Make one with k6 run --summary-export summary.json, or in handleSummary."
                    : $"{shown} is no full report of BenchmarkDotNet. Make one with --exporters json, or [JsonExporterAttribute.Full]: BenchmarkDotNet.Artifacts/results/*-report-full*.json.")
                : imported;
        }
        catch (JsonException e)
        {
            throw new ToolException($"{shown}({e.LineNumber + 1}): no JSON. A run that was cut off may leave half a file.", e);
        }
        catch (InvalidOperationException e)
        {
            // Well-formed JSON may still hold texts that are no Unicode.
            throw new ToolException($"{shown}: no JSON: a text in it is not valid Unicode.", e);
        }
    }
}
