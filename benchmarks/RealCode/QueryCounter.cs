using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Queries;
using PerfAnalyzers.Queries.Sources;
using PerfAnalyzers.Rules;

namespace PerfTooling.RealCode;

/// <summary>Counts the queries that the rules look at: those that the gate lets through and the reader reads.</summary>
internal sealed class QueryCounter(CSharpCompilation compilation, AnalyzerOptions options)
{
    private readonly INamedTypeSymbol? _dbSet = EfCoreProject.FindDbSet(compilation);

    private readonly QueryGate _gate = new(new ModelOfCompilation(compilation, options).NamesOfDbSets(CancellationToken.None), QueryMembers.Of(compilation, CancellationToken.None));

    public int Count(SyntaxTree tree)
    {
        if (_dbSet is null)
            return 0;

        var model = compilation.GetSemanticModel(tree);
        var root = tree.GetRoot();
        return _gate.Executions(root, root.FullSpan).Count(execution => model.GetOperation(execution) is { } operation && QueryReader.Read(operation, _dbSet) is not null);
    }
}
