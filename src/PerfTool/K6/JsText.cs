using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PerfTool.K6;

/// <summary>Texts as literals of JavaScript. YAML reads them as well.</summary>
internal static class JsText
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In double quotes; whatever ends a literal or a line, the line ends of Unicode among them, is escaped.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, s_readable);

    /// <summary>A number.</summary>
    public static string Of(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A duration, in the unit in which both count it.</summary>
    public static string Of(TimeSpan time) => Quote(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0}ms"));
}
