using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PerfAnalyzers.AccessPaths;

namespace PerfTool.Indexes.Sarif;

/// <summary>The properties that PerfAnalyzers gives a diagnostic (its <c>DiagnosticProperties</c> has their meaning), as the compiler logs them.</summary>
internal sealed record AdviceProperties(string Entity, TableName? Table, ImmutableArray<AdvisedIndex> Advised, IReadOnlyDictionary<string, string> ColumnNames)
{
    private const string Descending = " desc";

    /// <summary>Reads them; null where no index is advised.</summary>
    /// <exception cref="FormatException">They are not what this version of PerfAnalyzers writes.</exception>
    public static AdviceProperties? Read(JsonElement properties)
    {
        if (Text(properties, "advisedIndexes") is not { Length: > 0 } advised)
            return null;
        if (Text(properties, "entity") is not { Length: > 0 } entity || Text(properties, "interchangeableColumns") is not { } interchangeable)
            throw new FormatException("entity or interchangeableColumns is missing");

        var texts = advised.Split(';');
        var counts = interchangeable.Split(';');
        if (texts.Length != counts.Length)
            throw new FormatException($"{texts.Length} indexes and {counts.Length} counts of interchangeable columns");
        var indexes = texts.Zip(counts, Index).ToImmutableArray();
        var names = Names(indexes, Text(properties, "columnNames"));
        var named = names is not null && Text(properties, "table") is { Length: > 0 } table ? new TableName(Text(properties, "schema"), table) : null;
        return new AdviceProperties(entity, named, indexes, names ?? []);
    }

    private static AdvisedIndex Index(string columns, string interchangeable)
    {
        var read = columns.Split(',').Select(Column).ToImmutableArray();
        if (read.Any(column => column.Name.Length == 0) || read.DistinctBy(column => column.Name).Count() != read.Length)
            throw new FormatException($"'{columns}' are no columns of an index");
        return int.TryParse(interchangeable, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= read.Length
            ? new AdvisedIndex(read, count)
            : throw new FormatException($"'{interchangeable}' of {read.Length} columns are interchangeable");
    }

    private static IndexColumn Column(string text) => text.EndsWith(Descending, StringComparison.Ordinal) ? new IndexColumn(text[..^Descending.Length], IsDescending: true) : new IndexColumn(text);

    /// <summary>The columns' names in the database by property; null where the log has none.</summary>
    private static Dictionary<string, string>? Names(ImmutableArray<AdvisedIndex> indexes, string? text)
    {
        if (text is null)
            return null;
        var properties = indexes.SelectMany(index => index.Columns.Select(column => column.Name)).ToList();
        var columns = text.Split(';', ',');
        if (columns.Length != properties.Count || columns.Any(column => column.Length == 0))
            throw new FormatException($"'{text}' does not name {properties.Count} columns");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
            names[properties[i]] = columns[i];
        return names;
    }

    private static string? Text(JsonElement properties, string name) =>
        properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
