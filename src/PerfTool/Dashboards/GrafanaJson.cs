using System.Text.Json.Nodes;
using PerfTool.Cli;

namespace PerfTool.Dashboards;

/// <summary>A dashboard in Grafana's JSON: imported by hand, or provisioned from the folder.</summary>
internal static class GrafanaJson
{
    private const int Columns = 24;
    private const int Width = 12;
    private const int Height = 8;

    public static string Render(Dashboard dashboard, string description) => ToolJson.Write(new JsonObject
    {
        ["description"] = description,
        ["title"] = dashboard.Title,
        ["uid"] = dashboard.Id,
        ["tags"] = new JsonArray("perfmonitor"),
        ["schemaVersion"] = 39,
        ["editable"] = true,
        ["refresh"] = "30s",
        ["time"] = new JsonObject { ["from"] = "now-3h", ["to"] = "now" },
        ["templating"] = new JsonObject
        {
            ["list"] = new JsonArray(
                new JsonObject { ["name"] = "datasource", ["label"] = "Data source", ["type"] = "datasource", ["query"] = "prometheus" },
                new JsonObject
                {
                    ["name"] = "job", ["label"] = "Service", ["type"] = "query", ["datasource"] = Source(), ["query"] = "label_values(perfmonitor_slow_query_log_entries, job)",
                    ["includeAll"] = true, ["multi"] = true, ["current"] = new JsonObject { ["text"] = "All", ["value"] = "$__all" }, ["refresh"] = 2,
                }),
        },
        ["panels"] = new JsonArray([.. dashboard.Panels.Select(Panel)]),
    }) + "\n";

    private static JsonNode Panel(DashboardPanel panel, int index)
    {
        // Limits that are not to be fallen below are the other way round.
        var falling = panel.Warning > panel.Critical;
        var (calm, alarm) = falling ? ("red", "green") : ("green", "red");
        var steps = new JsonArray(Step(calm, null));
        if ((falling ? panel.Critical : panel.Warning) is { } first)
            steps.Add(Step("yellow", first));
        if ((falling ? panel.Warning : panel.Critical) is { } second)
            steps.Add(Step(alarm, second));
        return new JsonObject
        {
            ["id"] = index + 1,
            ["type"] = "timeseries",
            ["title"] = panel.Title,
            ["description"] = panel.Note,
            ["datasource"] = Source(),
            ["gridPos"] = new JsonObject { ["x"] = index * Width % Columns, ["y"] = index * Width / Columns * Height, ["w"] = Width, ["h"] = Height },
            ["targets"] = new JsonArray([.. panel.Queries.Select((query, place) => (JsonNode)new JsonObject
            {
                ["refId"] = ((char)('A' + place)).ToString(), ["datasource"] = Source(), ["expr"] = query.Expression, ["legendFormat"] = query.Legend,
            })]),
            ["fieldConfig"] = new JsonObject
            {
                ["defaults"] = new JsonObject
                {
                    ["unit"] = panel.Unit,
                    ["min"] = falling ? null : 0,
                    ["thresholds"] = new JsonObject { ["mode"] = "absolute", ["steps"] = steps },
                    ["custom"] = new JsonObject { ["thresholdsStyle"] = new JsonObject { ["mode"] = steps.Count > 1 ? "line" : "off" } },
                },
                ["overrides"] = new JsonArray(),
            },
            ["options"] = new JsonObject { ["legend"] = new JsonObject { ["displayMode"] = "list", ["placement"] = "bottom" }, ["tooltip"] = new JsonObject { ["mode"] = "multi" } },
        };
    }

    private static JsonObject Step(string color, double? value) => new() { ["color"] = color, ["value"] = value };

    private static JsonObject Source() => new() { ["type"] = "prometheus", ["uid"] = "${datasource}" };
}
