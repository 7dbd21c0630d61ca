using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PerfAssert.Loads.Scenarios;

/// <summary>JSON as a scenario writes and reads it.</summary>
internal static class ScenarioJson
{
    /// <summary>Beyond these .NET and JavaScript write a number in different ways.</summary>
    private const double Largest = 1e15;
    private const double Smallest = 1e-4;

    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text as JSON, with its quotes.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, s_options);

    /// <summary>A number as JavaScript would write it too; null where it is too large or small for that.</summary>
    public static string? Write(double number) =>
        number == 0 ? "0" : Math.Abs(number) is >= Smallest and < Largest ? number.ToString("R", CultureInfo.InvariantCulture) : null;

    /// <summary>The text, number or boolean at a place; null where there is none.</summary>
    public static LoadValue? Find(JsonElement element, LoadValuePath path)
    {
        foreach (var (name, index) in path.Steps)
        {
            if (name is null)
            {
                if (element.ValueKind != JsonValueKind.Array || index >= element.GetArrayLength())
                    return null;
                element = element[index];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => new LoadValue(element.GetString()!, IsText: true),
            JsonValueKind.Number => new LoadValue(Write(element.GetDouble()) ?? element.GetRawText(), IsText: false),
            JsonValueKind.True => new LoadValue("true", IsText: false),
            JsonValueKind.False => new LoadValue("false", IsText: false),
            _ => null,
        };
    }
}
