using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.References.Json;

namespace PerfAnalyzers.EfModel.References.Documents;

/// <summary>
/// Writes a document: the same model gives the same text, one table a line. What holds for most tables (complete, no filter) isn't written.
/// </summary>
internal static class ModelDocumentWriter
{
    public static string Write(ModelDocument document)
    {
        var json = new JsonWriter();
        json.Open('{').Name(ModelDocumentReader.VersionName).Value(ModelDocumentReader.Version);
        json.Name("assembly").Value(document.Source);
        Write(json, "sets", document.DbSets.OrderBy(name => name, StringComparer.Ordinal));
        json.Name("tables").Open('[');
        foreach (var table in document.Tables.OrderBy(table => table.Entity, StringComparer.Ordinal).ThenBy(table => table.Assembly, StringComparer.Ordinal))
            Write(json.Line(), table);
        return json.Close(']').Close('}').ToString();
    }

    private static void Write(JsonWriter json, TableDocument table)
    {
        json.Open('{').Name("entity").Value(table.Entity);
        if (table.Assembly is not null)
            json.Name("assembly").Value(table.Assembly);
        if (!table.Knowledge.IsComplete)
            json.Name(table.Knowledge.Level == KnowledgeLevel.Partial ? "partial" : "unknown").Value(table.Knowledge.Reason);
        Write(json, "names", table.TableNames);
        if (table.Schema is not null)
            json.Name("schema").Value(table.Schema);
        if (!table.ColumnNames.IsEmpty)
        {
            json.Name("columnNames").Open('{');
            foreach (var column in table.ColumnNames.OrderBy(column => column.Key, StringComparer.Ordinal))
                json.Name(column.Key).Value(column.Value);
            json.Close('}');
        }
        Write(json, "columns", table.Columns.OrderBy(column => column, StringComparer.Ordinal));
        if (!table.Indexes.IsEmpty)
        {
            json.Name("indexes").Open('[');
            foreach (var index in table.Indexes)
                Write(json, index);
            json.Close(']');
        }
        if (!table.Navigations.IsEmpty)
        {
            json.Name("navigations").Open('[');
            foreach (var navigation in table.Navigations.OrderBy(navigation => navigation.Name, StringComparer.Ordinal))
                Write(json, navigation);
            json.Close(']');
        }
        if (!table.NavigationKeys.IsEmpty)
        {
            json.Name("navigationKeys").Open('{');
            foreach (var key in table.NavigationKeys.OrderBy(key => key.Key, StringComparer.Ordinal))
                json.Name(key.Key).Value(key.Value);
            json.Close('}');
        }
        Write(json, "collations", table.Storage, storage => storage.Collation);
        Write(json, "types", table.Storage, storage => storage.Type);
        Write(json, "queryFilter", table.QueryFilterColumns);
        Write(json, "queryFilterGuessed", table.GuessesQueryFilters);
        Write(json, "filterOnOtherTables", table.HasFilterOnOtherTables);
        Write(json, "small", table.IsSmall);
        json.Close('}');
    }

    private static void Write(JsonWriter json, TableIndex index)
    {
        json.Open('{').Name("origin").Value(index.Origin.ToString());
        Write(json, "columns", index.Columns.Select(column => column.Name));
        if (index.Columns.Any(column => column.IsDescending))
        {
            json.Name("descending").Open('[');
            foreach (var column in index.Columns)
                json.Value(column.IsDescending);
            json.Close(']');
        }
        Write(json, "unique", index.IsUnique);
        if (index.Filter is not null)
            json.Name("filter").Value(index.Filter);
        Write(json, "included", index.Included);
        if (index.Method is not null)
            json.Name("method").Value(index.Method);
        Write(json, "operatorClass", index.HasOperatorClass);
        json.Close('}');
    }

    private static void Write(JsonWriter json, NavigationDocument navigation)
    {
        json.Open('{').Name("name").Value(navigation.Name).Name("target").Value(navigation.Target);
        if (navigation.TargetAssembly is not null)
            json.Name("assembly").Value(navigation.TargetAssembly);
        Write(json, "columns", navigation.Columns);
        Write(json, "targetColumns", navigation.TargetColumns);
        Write(json, "collection", navigation.IsCollection);
        json.Close('}');
    }

    private static void Write(JsonWriter json, string name, IEnumerable<string> values)
    {
        if (!values.Any())
            return;
        json.Name(name).Open('[');
        foreach (var value in values)
            json.Value(value);
        json.Close(']');
    }

    private static void Write(JsonWriter json, string name, ImmutableDictionary<string, ColumnStorage> storage, Func<ColumnStorage, string?> said)
    {
        var values = storage.Where(pair => said(pair.Value) is not null).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        if (values.Count == 0)
            return;
        json.Name(name).Open('{');
        foreach (var pair in values)
            json.Name(pair.Key).Value(said(pair.Value)!);
        json.Close('}');
    }

    private static void Write(JsonWriter json, string name, bool value)
    {
        if (value)
            json.Name(name).Value(true);
    }
}
