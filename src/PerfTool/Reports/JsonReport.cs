using System.Text.Json;
using System.Text.Json.Nodes;
using PerfTool.Cli;
using PerfTool.Results;

namespace PerfTool.Reports;

/// <summary>All results in one JSON document, for other tools: each file as it is, its tests worst first.</summary>
internal static class JsonReport
{
    /// <summary>JSON with a final newline.</summary>
    public static string Render(IReadOnlyList<ReportSection> sections)
    {
        var files = sections.Select(section => JsonNode.Parse(ResultsReader.Write(section.File with { Tests = section.Tests })));
        var all = sections.Count == 0 ? null : sections[0].File with { Tests = [.. sections.SelectMany(section => section.Tests)] };
        return new JsonObject
        {
            ["generator"] = "perftool report",
            ["schema"] = ResultsFile.CurrentSchema,
            ["counts"] = JsonSerializer.SerializeToNode(all?.Counts),
            ["results"] = new JsonArray([.. files]),
        }.ToJsonString(ToolJson.Options) + "\n";
    }
}
