using System.Text.Json;
using System.Text.Json.Serialization;

namespace PerfTool.Indexes;

/// <summary>What <c>--json</c> prints.</summary>
internal static class IndexJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An object as text.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, s_options);
}
