using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.References.Documents;
using PerfAnalyzers.EfModel.Snapshots;
using PerfAnalyzers.EfModel.Sources;

namespace PerfAnalyzers.EfModel.References.HandedIn;

/// <summary>Turns a snapshot that was handed in, without the source of its model, into a document.</summary>
internal static class SnapshotDocument
{
    /// <summary>The longest chain of base entities that is followed.</summary>
    private const int MaximumBases = 64;

    public static ModelDocument Of(string file, SnapshotModel snapshot)
    {
        var hierarchies = snapshot.Entities.Values.ToLookup(entity => Bases(snapshot, entity).Last().Name, StringComparer.Ordinal);
        var occurrences = snapshot.Entities.Values.SelectMany(entity => entity.Columns.Keys).GroupBy(name => name, StringComparer.Ordinal)
            .ToDictionary(names => names.Key, names => names.Count(), StringComparer.Ordinal);
        var shared = snapshot.Entities.Values.Where(entity => entity.Table is not null && entity.BaseType is null)
            .GroupBy(entity => (entity.Schema, entity.Table)).Where(entities => entities.Count() > 1).Select(entities => entities.Key);
        var sharedTables = new HashSet<(string?, string?)>(shared);

        var tables = ImmutableArray.CreateBuilder<TableDocument>();
        foreach (var entity in snapshot.Entities.Values.OrderBy(entity => entity.Name, StringComparer.Ordinal))
        {
            var bases = Bases(snapshot, entity).ToList();
            var root = bases[bases.Count - 1];
            var family = hierarchies[root.Name].OrderBy(member => member.Name, StringComparer.Ordinal).ToList();
            var indexes = family.SelectMany(member => member.Indexes).ToImmutableArray();
            tables.Add(new TableDocument(entity.Name, null, KnowledgeOf(root, family, sharedTables.Contains((root.Schema, root.Table)), file))
            {
                TableNames = root.Table is null ? ImmutableArray<string>.Empty : ImmutableArray.Create(root.Table),
                Schema = root.Schema,
                ColumnNames = DatabaseNames.Renamed(bases.SelectMany(member => member.Columns)),
                Columns = bases.SelectMany(member => member.Columns.Keys).Distinct().ToImmutableArray(),
                Indexes = indexes,
                Storage = ImmutableDictionary.CreateRange(StringComparer.Ordinal, bases.SelectMany(member => member.Storage).GroupBy(pair => pair.Key).Select(said => said.First())),
                IsSmall = family.Exists(member => member.IsSmall),
                GuessesQueryFilters = true,
                QueryFilterColumns = PossibleFilters.Of(indexes, column => occurrences[column]),
            });
        }
        return new ModelDocument(file, ImmutableArray<string>.Empty, tables.ToImmutable());
    }

    private static IEnumerable<SnapshotEntity> Bases(SnapshotModel snapshot, SnapshotEntity entity)
    {
        var rest = MaximumBases;
        for (var current = entity; ;)
        {
            yield return current;
            if (--rest == 0 || current.BaseType is null || !snapshot.Entities.TryGetValue(current.BaseType, out var parent))
                yield break;
            current = parent;
        }
    }

    private static Knowledge KnowledgeOf(SnapshotEntity root, List<SnapshotEntity> family, bool isShared, string file)
    {
        if (family.Exists(member => member.IsNoTable))
            return Knowledge.Unknown($"{file} says that {root.Name} is no table");
        if (family.Exists(member => !member.IsComplete))
            return Knowledge.Partial($"{file} says something of {root.Name} that isn't understood");
        if (family.Exists(member => member.IsTablePerType || (member != root && member.Table is not null)))
            return Knowledge.Partial($"{root.Name} is stored in a table for each type");
        if (isShared)
            return Knowledge.Partial($"{root.Name} shares its table with another entity");
        return root.Indexes.Any(index => index.Origin == IndexOrigin.Key) ? Knowledge.Complete : Knowledge.Partial($"{file} names no key of {root.Name}");
    }
}
