using System.Text.Json;

namespace PerfBudgets.Json;

/// <summary>A JSON value that knows its line, so that an error in its meaning can be pointed at as one in its syntax can.</summary>
internal sealed record JsonNodeWithLine(JsonTokenType Type, long Line, object? Value)
{
    /// <summary>The members of an object in file order, duplicates included.</summary>
    public IReadOnlyList<(string Name, JsonNodeWithLine Node)> Members => (IReadOnlyList<(string, JsonNodeWithLine)>)Value!;

    /// <summary>Parses UTF-8 text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonNodeWithLine Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow, MaxDepth = 16 });
        var lines = new LineCounter();
        reader.Read();
        var root = ReadValue(ref reader, utf8, ref lines);
        reader.Read();
        return root;
    }

    private static JsonNodeWithLine ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ref LineCounter lines)
    {
        var line = lines.At(utf8, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<(string, JsonNodeWithLine)>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = Text(ref reader, line);
                    reader.Read();
                    members.Add((name, ReadValue(ref reader, utf8, ref lines)));
                }

                return new JsonNodeWithLine(JsonTokenType.StartObject, line, members);
            case JsonTokenType.StartArray:
                var items = new List<JsonNodeWithLine>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadValue(ref reader, utf8, ref lines));
                return new JsonNodeWithLine(JsonTokenType.StartArray, line, items);
            case JsonTokenType.String:
                return new JsonNodeWithLine(JsonTokenType.String, line, Text(ref reader, line));
            case JsonTokenType.Number:
                return new JsonNodeWithLine(JsonTokenType.Number, line, reader.TryGetDouble(out var number) ? number : double.NaN);
            default:
                return new JsonNodeWithLine(reader.TokenType, line, null);
        }
    }

    private static string Text(ref Utf8JsonReader reader, long line)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            // Well-formed JSON may still hold bytes or escapes that are no Unicode text.
            throw new JsonException("The text is not valid Unicode.", null, line - 1, null, e);
        }
    }

    /// <summary>Counts line ends up to an offset; offsets only grow, so the whole file is scanned once.</summary>
    private struct LineCounter
    {
        private int _offset;
        private long _line;

        public long At(ReadOnlySpan<byte> utf8, long offset)
        {
            _line += utf8[_offset..(int)offset].Count((byte)'\n');
            _offset = (int)offset;
            return _line + 1;
        }
    }
}
