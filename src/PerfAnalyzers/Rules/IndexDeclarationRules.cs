using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;

namespace PerfAnalyzers.Rules;

/// <summary>PERF108 and PERF109: indexes that need not be there, and indexes that no migration creates. Each is reported where it is declared.</summary>
internal sealed class IndexDeclarationRules(ModelOfCompilation model)
{
    private readonly object _gate = new();
    private ILookup<SyntaxTree, Diagnostic>? _byTree;

    /// <summary>The diagnostics of the declarations in one file.</summary>
    public IEnumerable<Diagnostic> Judge(SyntaxTree tree, CancellationToken cancellationToken)
    {
        lock (_gate)
            _byTree ??= Judge(model.Get(cancellationToken)).ToLookup(diagnostic => diagnostic.Location.SourceTree!);
        return _byTree[tree];
    }

    private static IEnumerable<Diagnostic> Judge(EfModel.EfModel model)
    {
        // The tables of a hierarchy share their indexes, and each declaration is reported once.
        var reported = new HashSet<(string, Location)>();
        foreach (var table in model.Tables.Where(table => table.Knowledge.IsComplete))
        {
            foreach (var (index, coveredBy) in RedundantIndexes.Find(table.Indexes.Where(index => !table.Uncertain.Contains(index)).ToImmutableArray()))
            {
                if (table.SiteOf(index) is { SourceTree: not null } site && reported.Add((RuleIds.IndexRedundant, site)))
                    yield return Create(Descriptors.IndexRedundant, site, table, index, table.Entity.Name, index, coveredBy);
            }

            foreach (var index in table.MissingFromMigrations)
            {
                if (table.SiteOf(index) is { SourceTree: not null } site && reported.Add((RuleIds.IndexNotMigrated, site)))
                    yield return Create(Descriptors.IndexNotMigrated, site, table, index, table.Entity.Name, index);
            }
        }
    }

    private static Diagnostic Create(DiagnosticDescriptor descriptor, Location site, EntityTable table, TableIndex index, params object[] arguments) => Diagnostic.Create(
        descriptor,
        site,
        DiagnosticProperties.Describe(table, index.Columns.Select(column => column.Name), ImmutableArray<AdvisedIndex>.Empty),
        arguments);
}
