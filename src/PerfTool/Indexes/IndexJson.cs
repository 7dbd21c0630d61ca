using System.Text.Json;
using System.Text.Json.Serialization;
using PerfTool.Cli;

namespace PerfTool.Indexes;

/// <summary>What <c>--json</c> prints.</summary>
internal static class IndexJson
{
    private static readonly JsonSerializerOptions s_options = new(ToolJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>An object as text.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, s_options);
}
