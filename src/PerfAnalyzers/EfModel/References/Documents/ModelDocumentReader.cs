using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.References.Json;

namespace PerfAnalyzers.EfModel.References.Documents;

/// <summary>
/// Reads a document. Whatever isn't exactly a document of a known version makes it unreadable: a model of which only a part is understood
/// would be worse than none. Never throws.
/// </summary>
internal static class ModelDocumentReader
{
    /// <summary>The first member of every document.</summary>
    public const string VersionName = "perfAnalyzersModel";

    /// <summary>Changes with everything that an older reader would not understand.</summary>
    public const int Version = 1;

    public static ModelDocument Read(string source, string text)
    {
        if (text.Length > JsonReader.MaximumLength)
            return ModelDocument.Unreadable(source, $"the model of {source} is too large to be read");
        var json = new JsonReader(text);
        try
        {
            var document = Document(json, source);
            json.End();
            return document;
        }
        catch (JsonFormatException e)
        {
            return ModelDocument.Unreadable(source, $"the model of {source} can't be read: {e.Message}");
        }
    }

    private static ModelDocument Document(JsonReader json, string source)
    {
        int? version = null;
        var sets = ImmutableArray<string>.Empty;
        var tables = ImmutableArray<TableDocument>.Empty;
        json.Object(name =>
        {
            if (version is null && name != VersionName)
                throw json.Unexpected($"expected \"{VersionName}\"");
            switch (name)
            {
                case VersionName:
                    version = json.Number();
                    if (version != Version)
                        throw json.Unexpected($"format {version} is not known to this version of PerfAnalyzers");
                    break;
                case "assembly":
                    json.Text();
                    break;
                case "sets":
                    sets = Texts(json);
                    break;
                case "tables":
                    tables = json.Array(() => Table(json)).ToImmutableArray();
                    break;
                default:
                    throw NotKnown(json, name);
            }
        });
        return version is null ? throw json.Unexpected($"expected \"{VersionName}\"") : new ModelDocument(source, sets, tables);
    }

    private static TableDocument Table(JsonReader json)
    {
        var table = new TableDocument("", null, Knowledge.Complete);
        json.Object(name => table = name switch
        {
            "entity" => table with { Entity = json.Text() },
            "assembly" => table with { Assembly = json.Text() },
            "partial" => table with { Knowledge = Knowledge.Partial(json.Text()) },
            "unknown" => table with { Knowledge = Knowledge.Unknown(json.Text()) },
            "names" => table with { TableNames = Texts(json) },
            "schema" => table with { Schema = json.Text() },
            "columnNames" => table with { ColumnNames = ImmutableDictionary<string, string>.Empty.SetItems(Pairs(json)) },
            "columns" => table with { Columns = Texts(json) },
            "indexes" => table with { Indexes = json.Array(() => Index(json)).ToImmutableArray() },
            "navigations" => table with { Navigations = json.Array(() => Navigation(json)).ToImmutableArray() },
            "navigationKeys" => table with { NavigationKeys = Pairs(json) },
            "collations" => table with { Storage = Merge(table.Storage, Pairs(json), (storage, collation) => storage with { Collation = collation }) },
            "types" => table with { Storage = Merge(table.Storage, Pairs(json), (storage, type) => storage with { Type = type }) },
            "queryFilter" => table with { QueryFilterColumns = Texts(json) },
            "queryFilterGuessed" => table with { GuessesQueryFilters = json.Flag() },
            "filterOnOtherTables" => table with { HasFilterOnOtherTables = json.Flag() },
            "small" => table with { IsSmall = json.Flag() },
            _ => throw NotKnown(json, name),
        });
        return table.Entity.Length > 0 ? table : throw json.Unexpected("a table has no entity");
    }

    private static TableIndex Index(JsonReader json)
    {
        var names = ImmutableArray<string>.Empty;
        List<bool>? descending = null;
        var index = new TableIndex(IndexOrigin.Fluent);
        json.Object(name =>
        {
            switch (name)
            {
                case "columns":
                    names = Texts(json);
                    break;
                case "descending":
                    descending = json.Array(json.Flag);
                    break;
                default:
                    index = name switch
                    {
                        "origin" => index with { Origin = Origin(json) },
                        "unique" => index with { IsUnique = json.Flag() },
                        "filter" => index with { Filter = json.Text() },
                        "included" => index with { Included = Texts(json) },
                        "method" => index with { Method = json.Text() },
                        "operatorClass" => index with { HasOperatorClass = json.Flag() },
                        _ => throw NotKnown(json, name),
                    };
                    break;
            }
        });
        if (names.IsEmpty)
            throw json.Unexpected("an index has no columns");
        if (descending is not null && descending.Count != names.Length)
            throw json.Unexpected("an index has more or fewer directions than columns");
        return index with { Columns = names.Select((name, i) => new IndexColumn(name, descending?[i] == true)).ToImmutableArray() };
    }

    private static NavigationDocument Navigation(JsonReader json)
    {
        var navigation = new NavigationDocument("", "", null, ImmutableArray<string>.Empty, ImmutableArray<string>.Empty, IsCollection: false);
        json.Object(name => navigation = name switch
        {
            "name" => navigation with { Name = json.Text() },
            "target" => navigation with { Target = json.Text() },
            "assembly" => navigation with { TargetAssembly = json.Text() },
            "columns" => navigation with { Columns = Texts(json) },
            "targetColumns" => navigation with { TargetColumns = Texts(json) },
            "collection" => navigation with { IsCollection = json.Flag() },
            _ => throw NotKnown(json, name),
        });
        return navigation.Columns.Length == navigation.TargetColumns.Length ? navigation : throw json.Unexpected("a navigation matches columns that are not in pairs");
    }

    private static IndexOrigin Origin(JsonReader json)
    {
        var name = json.Text();
        // TryParse alone would take any number for an origin.
        return Enum.TryParse<IndexOrigin>(name, out var origin) && origin.ToString() == name ? origin : throw json.Unexpected($"'{name}' is no origin of an index");
    }

    private static ImmutableArray<string> Texts(JsonReader json) => json.Array(json.Text).ToImmutableArray();

    private static ImmutableArray<KeyValuePair<string, string>> Pairs(JsonReader json)
    {
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        json.Object(name => pairs.Add(new KeyValuePair<string, string>(name, json.Text())));
        return pairs.ToImmutable();
    }

    private static ImmutableDictionary<string, ColumnStorage> Merge(
        ImmutableDictionary<string, ColumnStorage> storage, ImmutableArray<KeyValuePair<string, string>> values, Func<ColumnStorage, string, ColumnStorage> with) =>
        storage.SetItems(values.Select(pair => new KeyValuePair<string, ColumnStorage>(
            pair.Key, with(storage.TryGetValue(pair.Key, out var known) ? known : ColumnStorage.Plain, pair.Value))));

    private static JsonFormatException NotKnown(JsonReader json, string name) => json.Unexpected($"'{name}' is not known");
}
