using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PerfBudgets.Json;

/// <summary>
/// What all our files that people edit and merge have in common: anything not fully understood is an error with line and key, and so are the
/// marks that a merge leaves.
/// </summary>
internal readonly struct StrictJson(JsonFault fault)
{
    /// <summary>The name of the property that holds a file's version.</summary>
    public const string SchemaProperty = "schema";

    /// <summary>Parses UTF-8 text, with or without a byte order mark.</summary>
    public JsonNodeWithLine Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (FindConflictMarker(utf8) is { } conflict)
            throw fault(conflict, null, "an unresolved merge conflict", "Keep the entries of both sides, or take one side (git checkout --ours / --theirs).");
        try
        {
            return JsonNodeWithLine.Parse(utf8);
        }
        catch (JsonException e)
        {
            throw fault((e.LineNumber ?? 0) + 1, null, "not valid JSON: " + FirstSentence(e.Message), null);
        }
    }

    /// <summary>Refuses a file without a version, or of one that is newer than <paramref name="newest"/>.</summary>
    /// <param name="root">The file.</param>
    /// <param name="newest">The version the reader knows.</param>
    /// <param name="reader">What to update where that is too old.</param>
    public void CheckSchema(JsonNodeWithLine root, int newest, string reader)
    {
        var (name, node) = root.Members.FirstOrDefault(m => m.Name == SchemaProperty);
        if (name is null)
            throw fault(null, SchemaProperty, "the schema version is missing", null);
        if (node.Type != JsonTokenType.Number || (double)node.Value! is not (>= 1 and <= int.MaxValue) || (double)node.Value! % 1 != 0)
            throw fault(node.Line, SchemaProperty, "the schema version is not a whole number", null);
        var schema = (int)(double)node.Value!;
        if (schema > newest)
        {
            throw fault(
                node.Line, SchemaProperty,
                string.Create(CultureInfo.InvariantCulture, $"written with schema {schema}, and this {reader} reads schema {newest}"),
                $"The file was left as it is. Update the {reader} packages of this project to the version that wrote it.");
        }
    }

    /// <summary>The members of an object in file order; that it is one, and that none comes twice.</summary>
    public IReadOnlyList<(string Name, JsonNodeWithLine Node)> Members(JsonNodeWithLine node, string? key)
    {
        if (node.Type != JsonTokenType.StartObject)
            throw fault(node.Line, key, "not an object", null);
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Members)
        {
            if (!seen.TryAdd(name, value.Line))
            {
                throw fault(
                    value.Line, Join(key, name),
                    string.Create(CultureInfo.InvariantCulture, $"a second entry of the same key; the first is on line {seen[name]}"),
                    "The file was left as it is. Remove one of the two: a merge probably kept both.");
            }
        }

        return node.Members;
    }

    /// <summary>The same, of which all names are known.</summary>
    public IReadOnlyDictionary<string, JsonNodeWithLine> Members(JsonNodeWithLine node, string? key, IReadOnlyCollection<string> known)
    {
        var members = Members(node, key);
        foreach (var (name, value) in members)
        {
            if (!known.Contains(name))
                throw fault(value.Line, Join(key, name), "unknown property", $"Known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }

        return members.ToDictionary(m => m.Name, m => m.Node, StringComparer.Ordinal);
    }

    /// <summary>A text.</summary>
    public string Text(JsonNodeWithLine node, string key) => node.Type == JsonTokenType.String ? (string)node.Value! : throw fault(node.Line, key, "not a text", null);

    /// <summary>The key of a member.</summary>
    public static string Join(string? key, string name) => key is null ? name : $"{key} / {name}";

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
}
