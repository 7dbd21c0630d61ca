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
    public static int Count(CSharpCompilation compilation, AnalyzerOptions options)
    {
        if (EfCoreProject.FindDbSet(compilation) is not { } dbSet)
            return 0;

        var gate = new QueryGate(new ModelOfCompilation(compilation, options).NamesOfDbSets(CancellationToken.None), QueryMembers.Of(compilation, CancellationToken.None));
        return compilation.SyntaxTrees.Sum(tree =>
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
        });
    }
}
