using System.Globalization;
using System.Text.Json;
using PerfBudgets.Json;

namespace PerfAssert.Baselines;

/// <summary>The properties of one object of a baseline, each with its own error.</summary>
internal sealed class RecordReader(StrictJson json, JsonNodeWithLine node, string key, string path, string remedy, IReadOnlySet<string> known)
{
    private readonly IReadOnlyDictionary<string, JsonNodeWithLine> _values = json.Members(node, key, known);

    public JsonNodeWithLine? Find(string name) => _values.GetValueOrDefault(name);

    public JsonNodeWithLine Get(string name) => Find(name) ?? throw Corrupt(node.Line, name, "missing property");

    public string Text(string name) => json.Text(Get(name), $"{key} / {name}");

    public string? Optional(string name) => Find(name) is { } value ? json.Text(value, $"{key} / {name}") : null;

    public double Number(string name, bool positive)
    {
        var value = Get(name);
        return value is { Type: JsonTokenType.Number, Value: double number } && double.IsFinite(number) && (positive ? number > 0 : number >= 0)
            ? number
            : throw Corrupt(value.Line, name, positive ? "not a number above 0" : "not a number of 0 or more");
    }

    public T OneOf<T>(string name, IReadOnlyDictionary<string, T> words)
    {
        var value = Get(name);
        return words.TryGetValue(json.Text(value, $"{key} / {name}"), out var meaning)
            ? meaning
            : throw Corrupt(value.Line, name, $"not one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}");
    }

    public DateTime Date(string name)
    {
        var value = Get(name);
        return DateTime.TryParseExact(
            json.Text(value, $"{key} / {name}"), BaselineFormat.DateFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : throw Corrupt(value.Line, name, $"not a time of the form {BaselineFormat.DateFormat.Replace("'", "", StringComparison.Ordinal)}");
    }

    private BaselineException Corrupt(long? line, string name, string problem) => new(path, line, $"{key} / {name}", problem, remedy);
}
