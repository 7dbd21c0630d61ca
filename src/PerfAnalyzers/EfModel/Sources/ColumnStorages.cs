using System.Collections.Immutable;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>How the columns of a table are stored, where code or an attribute says so.</summary>
internal static class ColumnStorages
{
    public static ImmutableDictionary<string, ColumnStorage> Of(EntityDraft entity, ColumnStorage all)
    {
        var storage = ImmutableDictionary.CreateBuilder<string, ColumnStorage>(StringComparer.Ordinal);
        AddAttributes(storage, "", entity, all);
        foreach (var draft in entity.Hierarchy.Reverse())
            AddSaid(storage, "", draft, all);
        foreach (var (path, part) in TableColumns.Parts(entity))
        {
            AddAttributes(storage, path, part, all);
            AddSaid(storage, path, part, all);
        }
        if (all != ColumnStorage.Plain)
            storage[ColumnStorage.AllOthers] = all;
        return storage.ToImmutable();
    }

    /// <summary>What both tables of an entity say: where they differ, nothing is known.</summary>
    public static ImmutableDictionary<string, ColumnStorage> Union(EntityTable a, EntityTable b) =>
        a.Storage.Keys.Concat(b.Storage.Keys).Distinct().ToImmutableDictionary(column => column, column => a.StorageOf(column).And(b.StorageOf(column)), StringComparer.Ordinal);

    private static void AddAttributes(ImmutableDictionary<string, ColumnStorage>.Builder storage, string path, EntityDraft draft, ColumnStorage all)
    {
        foreach (var member in draft.Members)
        {
            if (member.ColumnType is { } type && ColumnStorage.CollationIn(type) is { } collation)
                storage[path + member.Name] = new ColumnStorage(collation).Over(all);
        }
    }

    private static void AddSaid(ImmutableDictionary<string, ColumnStorage>.Builder storage, string path, EntityDraft draft, ColumnStorage all)
    {
        foreach (var pair in draft.Storage)
            storage[path + pair.Key] = pair.Value.Over(storage.TryGetValue(path + pair.Key, out var known) ? known : all);
    }
}
