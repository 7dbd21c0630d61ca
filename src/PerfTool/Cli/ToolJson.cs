using System.Text.Json;

namespace PerfTool.Cli;

/// <summary>How <c>--json</c> is written: indented, LF, and readable in any language.</summary>
internal static class ToolJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object as text.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}
