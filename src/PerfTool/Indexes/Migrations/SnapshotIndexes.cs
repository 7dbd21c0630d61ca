namespace PerfTool.Indexes.Migrations;

/// <summary>Writes indexes into the text of a ModelSnapshot, as EF Core would once the model declares them.</summary>
internal static class SnapshotIndexes
{
    /// <summary>The text with the indexes, each at the end of its entity's own block.</summary>
    /// <param name="text">A snapshot, as EF Core writes it.</param>
    /// <param name="indexes">The indexes.</param>
    /// <param name="missing">Those whose entity has no block there, or whose columns are not the entity's own properties.</param>
    public static string Add(string text, IEnumerable<MissingIndex> indexes, out IReadOnlyList<MissingIndex> missing)
    {
        var left = new List<MissingIndex>();
        foreach (var index in indexes)
        {
            if (index.Columns.Any(column => column.Property.Contains('.', StringComparison.Ordinal)) || EndOfBlock(text, index.Entity) is not { } end)
            {
                left.Add(index);
                continue;
            }

            var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
            var lineStart = text.LastIndexOf('\n', end) + 1;
            var indent = new string(' ', end - lineStart + 4);
            text = text.Insert(lineStart, newLine + Statement(index, indent, newLine) + newLine);
        }

        missing = left;
        return text;
    }

    private static string Statement(MissingIndex index, string indent, string newLine)
    {
        var declared = $"{indent}b.HasIndex({string.Join(", ", index.Columns.Select(column => $"\"{column.Property}\""))})";
        return index.Columns.Any(column => column.IsDescending)
            ? $"{declared}{newLine}{indent}    .IsDescending({string.Join(", ", index.Columns.Select(column => column.IsDescending ? "true" : "false"))});"
            : declared + ";";
    }

    /// <summary>The place of the brace that ends the first block of an entity: a second one holds its relationships.</summary>
    private static int? EndOfBlock(string text, string entity)
    {
        var start = text.IndexOf($"modelBuilder.Entity(\"{entity}\", b =>", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var depth = 0;
        for (var i = text.IndexOf('{', start); i > 0 && i < text.Length; i++)
        {
            if (text[i] == '"')
                i = EndOfString(text, i);
            else if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
                return i;
        }

        return null;
    }

    private static int EndOfString(string text, int start)
    {
        var verbatim = start > 0 && text[start - 1] == '@';
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && !verbatim)
                i++;
            else if (text[i] == '"' && verbatim && i + 1 < text.Length && text[i + 1] == '"')
                i++;
            else if (text[i] == '"')
                return i;
        }

        return text.Length;
    }
}
