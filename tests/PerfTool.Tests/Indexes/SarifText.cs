using System.Text.Json;
using System.Text.Json.Nodes;

namespace PerfTool.Tests.Indexes;

/// <summary>Logs as the compiler writes them, with as much as a test needs.</summary>
internal static class SarifText
{
    /// <summary>A log of these results, of a build in which PerfAnalyzers took part.</summary>
    public static string Log(params JsonObject[] results) => new JsonObject
    {
        ["$schema"] = "http://json.schemastore.org/sarif-2.1.0",
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["results"] = new JsonArray([.. results]),
            ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = "C# compiler", ["rules"] = new JsonArray(new JsonObject { ["id"] = "PERF101" }) } },
        }),
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    /// <summary>A finding that advises indexes on a table named like its entity, with an s.</summary>
    public static JsonObject Advice(string entity, string advised, string interchangeable, string file = "/src/Queries.cs", int line = 1, string rule = "PERF101", string level = "warning", string? columnNames = null, string? schema = null)
    {
        var properties = new JsonObject
        {
            ["entity"] = entity,
            ["advisedIndexes"] = advised,
            ["interchangeableColumns"] = interchangeable,
            ["table"] = entity[(entity.LastIndexOf('.') + 1)..] + "s",
            ["columnNames"] = columnNames ?? advised.Replace(" desc", "", StringComparison.Ordinal),
        };
        if (schema is not null)
            properties["schema"] = schema;
        return new JsonObject
        {
            ["ruleId"] = rule,
            ["level"] = level,
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = "file://" + file },
                    ["region"] = new JsonObject { ["startLine"] = line, ["startColumn"] = 9 },
                },
            }),
            ["properties"] = new JsonObject { ["warningLevel"] = 1, ["customProperties"] = properties },
        };
    }
}
