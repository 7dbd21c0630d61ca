using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Sources.Fluent;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Finds the contexts of a compilation and reads the model of each.</summary>
internal static class ModelReader
{
    /// <summary>The tables of every context: an entity may occur once per context.</summary>
    public static IEnumerable<EntityTable> Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var source = new SourceIndex(compilation, cancellationToken);
        var configurations = new Configurations(source);
        var contexts = Contexts(source);
        foreach (var context in contexts)
        {
            var tables = ContextReader.Read(source, configurations, context, cancellationToken);
            // What an abstract context leaves open, its derived classes say; where none is visible, nobody knows.
            if (context.IsAbstract && !contexts.Any(other => SymbolEqualityComparer.Default.Equals(other.BaseType?.OriginalDefinition, context)))
                tables = tables.Select(table => table with { Knowledge = Weaker(table.Knowledge, Knowledge.Partial($"{context.Name} is abstract, and no class that derives from it is visible")) });
            else if (context.IsAbstract)
                continue;
            foreach (var table in tables)
                yield return table;
        }
    }

    /// <summary>The same entity in two contexts: all indexes of both, and no more certainty than the less certain.</summary>
    public static EntityTable Union(EntityTable a, EntityTable b) => a with
    {
        Knowledge = Weaker(a.Knowledge, b.Knowledge),
        Columns = a.Columns.Intersect(b.Columns),
        Indexes = TableIndexes.Distinct(a.Indexes.Concat(b.Indexes)),
        NavigationKeys = a.NavigationKeys.RemoveRange(a.NavigationKeys.Where(pair => !b.NavigationKeys.TryGetValue(pair.Key, out var column) || column != pair.Value).Select(pair => pair.Key)),
        Navigations = Navigations.Intersect(a.Navigations, b.Navigations),
        Sites = a.Sites.AddRange(b.Sites.Where(site => !a.Sites.ContainsKey(site.Key))),
        Uncertain = a.Uncertain.Union(b.Uncertain),
        MissingFromMigrations = TableIndexes.Distinct(a.MissingFromMigrations.Concat(b.MissingFromMigrations)),
        // Whoever knows the filters leaves nothing to guess.
        QueryFilterColumns = a.GuessesQueryFilters == b.GuessesQueryFilters ? a.QueryFilterColumns.Union(b.QueryFilterColumns).ToImmutableArray()
            : a.GuessesQueryFilters ? b.QueryFilterColumns : a.QueryFilterColumns,
        GuessesQueryFilters = a.GuessesQueryFilters && b.GuessesQueryFilters,
        HasFilterOnOtherTables = a.HasFilterOnOtherTables || b.HasFilterOnOtherTables,
        IsSmall = a.IsSmall || b.IsSmall,
        Storage = ColumnStorages.Union(a, b),
    };

    private static Knowledge Weaker(Knowledge a, Knowledge b) => a.Level >= b.Level ? a : b;

    private static List<INamedTypeSymbol> Contexts(SourceIndex source)
    {
        var candidates = source.Deriving(["DbContext"])
            .Concat(source.Types.Where(type => type.HasDbSets || type.Methods.Any(method => method.Name is "OnModelCreating" or "ConfigureConventions")))
            .Concat(source.Types.Where(type => type.BaseNames.Any(name => name.EndsWith("DbContext", StringComparison.Ordinal))));
        var contexts = new List<INamedTypeSymbol>();
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var candidate in candidates)
        {
            if (source.SymbolOf(candidate) is { TypeKind: TypeKind.Class, Arity: 0 } symbol && seen.Add(symbol) && MemberTypes.IsContext(symbol))
                contexts.Add(symbol);
        }
        return contexts;
    }
}
