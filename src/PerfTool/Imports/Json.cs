using System.Text.Json;

namespace PerfTool.Imports;

/// <summary>JSON of others, read for what is there: what is missing or of another kind is null.</summary>
internal static class Json
{
    /// <summary>A member of an object.</summary>
    public static JsonElement? Member(this JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A number that a time or a size can be: finite, and 0 or more.</summary>
    public static double? Number(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Number } json && json.TryGetDouble(out var number) && double.IsFinite(number) && number >= 0 ? number : null;

    /// <summary>A text.</summary>
    public static string? Text(this JsonElement? element) => element is { ValueKind: JsonValueKind.String } json ? json.GetString() : null;

    /// <summary>The items of a list.</summary>
    public static IEnumerable<JsonElement?> Items(this JsonElement? element) => element is { ValueKind: JsonValueKind.Array } json ? json.EnumerateArray().Select(item => (JsonElement?)item) : [];

    /// <summary>The members of an object; of equal names the last.</summary>
    public static IEnumerable<(string Name, JsonElement? Value)> Members(this JsonElement? element) => element is { ValueKind: JsonValueKind.Object } json
        ? json.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal).Select(group => (group.Key, (JsonElement?)group.Last().Value)) : [];
}
