using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PerfAssert.Facts;

namespace PerfAssert.Baselines;

/// <summary>Text to <see cref="BaselineFile"/>. Anything it does not fully understand is an error with file, line and key: never a silent pass.</summary>
internal static class BaselineReader
{
    private const string Restore = "The file was left as it is. Restore it from version control (git checkout), or delete it and accept a new baseline.";

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="utf8">The content.</param>
    /// <param name="path">The file's name, for messages.</param>
    /// <exception cref="BaselineException">The content is not a baseline of this schema.</exception>
    public static BaselineFile Read(ReadOnlySpan<byte> utf8, string path)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        var root = Parse(utf8, path);
        if (root.Type != JsonTokenType.StartObject)
            throw Corrupt(path, root.Line, null, "a baseline is a JSON object");
        CheckSchema(root, path);

        var entries = ImmutableSortedDictionary.CreateBuilder<string, BaselineEntry>(StringComparer.Ordinal);
        foreach (var (name, node) in Unique(root, path, prefix: null))
        {
            if (name != BaselineFormat.SchemaProperty)
                entries.Add(name, ReadEntry(name, node, path));
        }

        return new BaselineFile(entries.ToImmutable());
    }

    private static JsonNodeWithLine Parse(ReadOnlySpan<byte> utf8, string path)
    {
        if (FindConflictMarker(utf8) is { } conflict)
            throw new BaselineException(path, conflict, null, "an unresolved merge conflict", "Keep the entries of both sides, or take one side (git checkout --ours / --theirs) and measure again.");
        try
        {
            return JsonNodeWithLine.Parse(utf8);
        }
        catch (JsonException e)
        {
            throw new BaselineException(path, (e.LineNumber ?? 0) + 1, null, "not valid JSON: " + FirstSentence(e.Message), Restore);
        }
    }

    private static void CheckSchema(JsonNodeWithLine root, string path)
    {
        var (name, node) = root.Members.FirstOrDefault(m => m.Name == BaselineFormat.SchemaProperty);
        if (name is null)
            throw Corrupt(path, null, BaselineFormat.SchemaProperty, "the schema version is missing");
        if (node.Type != JsonTokenType.Number || (double)node.Value! is not (>= 1 and <= int.MaxValue) || (double)node.Value! % 1 != 0)
            throw Corrupt(path, node.Line, BaselineFormat.SchemaProperty, "the schema version is not a whole number");
        var schema = (int)(double)node.Value!;
        if (schema > BaselineFile.Schema)
        {
            throw new BaselineException(
                path, node.Line, BaselineFormat.SchemaProperty,
                string.Create(CultureInfo.InvariantCulture, $"written with schema {schema}, and this PerfAssert reads schema {BaselineFile.Schema}"),
                "The file was left as it is. Update the PerfAssert packages of this project to the version that wrote it.");
        }
    }

    private static BaselineEntry ReadEntry(string key, JsonNodeWithLine node, string path)
    {
        string? name = null;
        var machines = ImmutableSortedDictionary.CreateBuilder<string, BaselineRecord>(StringComparer.Ordinal);
        JsonNodeWithLine? machinesNode = null;
        foreach (var (property, value) in Unique(node, path, key))
        {
            switch (property)
            {
                case BaselineFormat.NameProperty:
                    name = Text(value, path, key, property);
                    break;
                case BaselineFormat.MachinesProperty:
                    machinesNode = value;
                    break;
                default:
                    throw Corrupt(path, value.Line, $"{key} / {property}", "unknown property");
            }
        }

        if (machinesNode is null)
            throw Corrupt(path, node.Line, $"{key} / {BaselineFormat.MachinesProperty}", "missing property");
        foreach (var (machine, value) in Unique(machinesNode, path, key))
            machines.Add(machine, ReadRecord($"{key} / {machine}", value, path));
        return new BaselineEntry(name ?? key, machines.ToImmutable());
    }

    private static BaselineRecord ReadRecord(string key, JsonNodeWithLine node, string path)
    {
        var values = Unique(node, path, key).ToDictionary(m => m.Name, m => m.Node, StringComparer.Ordinal);
        if (values.Keys.FirstOrDefault(name => !BaselineFormat.RecordProperties.Contains(name)) is { } unknown)
            throw Corrupt(path, values[unknown].Line, $"{key} / {unknown}", "unknown property");

        return new BaselineRecord
        {
            Min = Number(BaselineFormat.Min, positive: true),
            P25 = Number(BaselineFormat.P25, positive: true),
            P50 = Number(BaselineFormat.P50, positive: true),
            P95 = Number(BaselineFormat.P95, positive: true),
            P99 = Number(BaselineFormat.P99, positive: true),
            PercentilesOf = OneOf(BaselineFormat.PercentilesOf, BaselineFormat.PercentileSources),
            Mix = Number(BaselineFormat.Mix, positive: true),
            CpuLoad = Number(BaselineFormat.CpuLoad, positive: false),
            Allocated = Number(BaselineFormat.Allocated, positive: false),
            AllocatedExactly = OneOf(BaselineFormat.AllocatedBy, BaselineFormat.AllocationCounters),
            Facts = values.TryGetValue(BaselineFormat.Facts, out var facts) ? ReadFacts($"{key} / {BaselineFormat.Facts}", facts, path) : FactCounts.None,
            Recorded = Date(BaselineFormat.Recorded),
        };

        JsonNodeWithLine Get(string name) =>
            values.TryGetValue(name, out var value) ? value : throw Corrupt(path, node.Line, $"{key} / {name}", "missing property");

        double Number(string name, bool positive)
        {
            var value = Get(name);
            return value is { Type: JsonTokenType.Number, Value: double number } && double.IsFinite(number) && (positive ? number > 0 : number >= 0)
                ? number
                : throw Corrupt(path, value.Line, $"{key} / {name}", positive ? "not a number above 0" : "not a number of 0 or more");
        }

        T OneOf<T>(string name, IReadOnlyDictionary<string, T> words)
        {
            var value = Get(name);
            return words.TryGetValue(Text(value, path, key, name), out var meaning)
                ? meaning
                : throw Corrupt(path, value.Line, $"{key} / {name}", $"not one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}");
        }

        DateTime Date(string name)
        {
            var value = Get(name);
            return DateTime.TryParseExact(
                Text(value, path, key, name), BaselineFormat.DateFormat, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
                ? date
                : throw Corrupt(path, value.Line, $"{key} / {name}", $"not a time of the form {BaselineFormat.DateFormat.Replace("'", "", StringComparison.Ordinal)}");
        }
    }

    /// <summary>Any names: a package may count what this engine does not know, and its figures must not be lost.</summary>
    private static FactCounts ReadFacts(string key, JsonNodeWithLine node, string path) =>
        Unique(node, path, key).Aggregate(FactCounts.None, (facts, member) => member.Node is { Type: JsonTokenType.Number, Value: double count } && count is >= 0 and <= 1e15 && count % 1 == 0
            ? facts.With(member.Name, (long)count)
            : throw Corrupt(path, member.Node.Line, $"{key} / {member.Name}", "not a whole number of 0 or more"));

    private static string Text(JsonNodeWithLine node, string path, string key, string property) =>
        node.Type == JsonTokenType.String ? (string)node.Value! : throw Corrupt(path, node.Line, $"{key} / {property}", "not a text");

    private static IReadOnlyList<(string Name, JsonNodeWithLine Node)> Unique(JsonNodeWithLine node, string path, string? prefix)
    {
        if (node.Type != JsonTokenType.StartObject)
            throw Corrupt(path, node.Line, prefix, "not an object");
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Members)
        {
            if (!seen.TryAdd(name, value.Line))
            {
                throw new BaselineException(
                    path, value.Line, prefix is null ? name : $"{prefix} / {name}",
                    string.Create(CultureInfo.InvariantCulture, $"a second entry of the same key; the first is on line {seen[name]}"),
                    "The file was left as it is. Remove one of the two: a merge probably kept both.");
            }
        }

        return node.Members;
    }

    private static long? FindConflictMarker(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> marker = "<<<<<<< "u8;
        var line = 1L;
        while (!utf8.IsEmpty)
        {
            if (utf8.StartsWith(marker))
                return line;
            var end = utf8.IndexOf((byte)'\n');
            if (end < 0)
                return null;
            utf8 = utf8[(end + 1)..];
            line++;
        }

        return null;
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end > 0 ? message[..end] : message;
    }

    private static BaselineException Corrupt(string path, long? line, string? key, string problem) => new(path, line, key, problem, Restore);
}
