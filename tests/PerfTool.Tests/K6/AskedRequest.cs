using System.Text.Json.Nodes;

namespace PerfTool.Tests.K6;

/// <summary>A request as a server would see it.</summary>
internal sealed record AskedRequest(string Method, string Url, string Headers, string? Body)
{
    /// <summary>JSON without the liberties that its writers take.</summary>
    public static string? Normal(string? json) => json is null ? null : JsonNode.Parse(json)?.ToJsonString() ?? "null";
}
