using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Queries;
using PerfAnalyzers.Queries.Sources;
using PerfAnalyzers.Rules;

namespace PerfTooling.RealCode;

/// <summary>Counts the queries that the rules look at: those that the gate lets through and the reader reads.</summary>
internal static class QueryCounter
{
    /// <summary>How many each file of a compilation has, of those that have any.</summary>
    public static ImmutableDictionary<SyntaxTree, int> Count(CSharpCompilation compilation, AnalyzerOptions options)
    {
        if (EfCoreProject.FindDbSet(compilation) is not { } dbSet)
            return ImmutableDictionary<SyntaxTree, int>.Empty;

        var gate = new QueryGate(new ModelOfCompilation(compilation, options).NamesOfDbSets(CancellationToken.None), QueryMembers.Of(compilation, CancellationToken.None));
        return compilation.SyntaxTrees.Select(tree => KeyValuePair.Create(tree, CountIn(tree))).Where(pair => pair.Value > 0).ToImmutableDictionary();

        int CountIn(SyntaxTree tree)
        {
            var model = compilation.GetSemanticModel(tree);
            return tree.GetRoot().DescendantNodes()
                .Select(node => node switch
                {
                    InvocationExpressionSyntax call when gate.MayExecuteQuery(call) => call,
                    CommonForEachStatementSyntax loop when gate.MayExecuteQuery(loop) => loop.Expression,
                    _ => null,
                })
                .Count(execution => execution is not null && model.GetOperation(execution) is { } operation && QueryReader.Read(operation, dbSet) is not null);
        }
    }
}
