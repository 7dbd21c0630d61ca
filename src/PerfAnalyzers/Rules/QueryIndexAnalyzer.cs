using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Queries;

namespace PerfAnalyzers.Rules;

/// <summary>Reports EF Core queries that no index can serve: reads each query and the model once, and words the answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryIndexAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FilterNotServed, Descriptors.CompositeIndexSkipped);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (EfCoreProject.FindDbSet(context.Compilation) is not { } dbSet)
            return;

        var names = DbSetNames.Of(context.Compilation, context.CancellationToken);
        var gate = new QueryGate(names);
        var model = new ModelOfCompilation(context.Compilation);

        // Syntax actions, not operation actions: those would make the driver bind every method of the project.
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (gate.MayExecuteQuery((InvocationExpressionSyntax)node.Node))
                    Analyze(node, node.Node, dbSet, model);
            },
            SyntaxKind.InvocationExpression);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                var loop = (CommonForEachStatementSyntax)node.Node;
                if (gate.MayExecuteQuery(loop))
                    Analyze(node, loop.Expression, dbSet, model);
            },
            SyntaxKind.ForEachStatement,
            SyntaxKind.ForEachVariableStatement);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, SyntaxNode execution, INamedTypeSymbol dbSet, ModelOfCompilation model)
    {
        if (context.SemanticModel.GetOperation(execution, context.CancellationToken) is not { } operation
            || QueryReader.Read(operation, dbSet) is not { Root.Shape.Filter.IsEmpty: false } query
            || model.Get(context.CancellationToken).Find(query.Root.Entity) is not { Knowledge.IsComplete: true, IsSmall: false } table)
        {
            return;
        }

        var shape = ShapeResolver.Resolve(query, table);
        if (AccessPathFinder.Find(shape.Filter, table.Indexes) is Scan scan && ScanWording.Describe(scan, shape, query, table) is { } diagnostic)
            context.ReportDiagnostic(diagnostic);
    }
}
