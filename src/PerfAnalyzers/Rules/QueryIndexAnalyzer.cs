using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Queries;
using PerfAnalyzers.Queries.Sources;
using PerfAnalyzers.Rules.Resolution;

namespace PerfAnalyzers.Rules;

/// <summary>Reports EF Core queries that no index can serve: reads each query and the model once, and asks each rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryIndexAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

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

        var options = context.Options.AnalyzerConfigOptionsProvider;
        context.RegisterCompilationEndAction(end => ReportMisunderstoodOptions(end, options));

        var isTestProject = EfCoreProject.IsTestProject(context.Compilation);
        if (isTestProject && !context.Compilation.SyntaxTrees.Any(tree => AnalyzerSettings.Read(options.GetOptions(tree)).IncludesTestProjects))
            return;

        var model = new ModelOfCompilation(context.Compilation, context.Options);
        var gate = new QueryGate(model.NamesOfDbSets(context.CancellationToken), QueryMembers.Of(context.Compilation, context.CancellationToken));
        var databases = DatabaseOfProject.Find(context.Compilation);

        // One action a file. Operation actions would make the driver bind every method of the project, and syntax actions visit every node of it.
        context.RegisterSemanticModelAction(file =>
        {
            var settings = AnalyzerSettings.Read(options.GetOptions(file.SemanticModel.SyntaxTree));
            if (!IsIncluded(settings))
                return;
            var found = settings.Database is { } database ? ImmutableArray.Create(database) : databases;
            var root = file.SemanticModel.SyntaxTree.GetRoot(file.CancellationToken);
            foreach (var execution in gate.Executions(root, file.FilterSpan ?? root.FullSpan))
            {
                file.CancellationToken.ThrowIfCancellationRequested();
                if (file.SemanticModel.GetOperation(execution, file.CancellationToken) is { } operation && QueryReader.Read(operation, dbSet) is { } query)
                    Report(file, execution, query, model.Get(file.CancellationToken), settings, found);
            }
        });

        var declarations = new IndexDeclarationRules(model);
        context.RegisterSyntaxTreeAction(tree =>
        {
            if (!IsIncluded(AnalyzerSettings.Read(options.GetOptions(tree.Tree))))
                return;
            foreach (var diagnostic in declarations.Judge(tree.Tree, tree.CancellationToken))
                tree.ReportDiagnostic(diagnostic);
        });

        bool IsIncluded(AnalyzerSettings settings) => !isTestProject || settings.IncludesTestProjects;
    }

    private static void Report(
        SemanticModelAnalysisContext context, SyntaxNode execution, QueryShape query, EfModel.EfModel model, AnalyzerSettings settings, ImmutableArray<DatabaseTraits> databases)
    {
        var situation = new QuerySituation(QueryResolver.Resolve(query, model), databases, settings);
        if (settings.ReportsPartialModels && WhyUnknown(situation.Query, model) is { } reason)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ModelPartlyVisible, execution.GetLocation(), reason));

        foreach (var diagnostic in new[] { FilterRule.Judge(situation), SortRule.Judge(situation), CompositeRule.Judge(situation) }.OfType<Diagnostic>().Concat(JoinRule.Judge(situation)))
            context.ReportDiagnostic(diagnostic);
    }

    /// <summary>Why nothing is known of one of the query's tables; null where all are known.</summary>
    private static string? WhyUnknown(ResolvedQuery query, EfModel.EfModel model)
    {
        for (var i = 0; i < query.Tables.Length; i++)
        {
            // A table that only a navigation leads to isn't one of the query's own, and is always in the model.
            if (!query.Tables[i].IsSubquery && !query.Tables[i].IsKnown)
                return model.WhyUnknown(query.Tables[i].Table?.Entity ?? query.Query.Tables[i].Entity);
        }

        return null;
    }

    private static void ReportMisunderstoodOptions(CompilationAnalysisContext context, AnalyzerConfigOptionsProvider options)
    {
        var misunderstood = context.Compilation.SyntaxTrees
            .SelectMany(tree => AnalyzerSettings.Misunderstood(options.GetOptions(tree)))
            .Distinct();
        foreach (var (key, value, allowed) in misunderstood)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.OptionNotUnderstood, Location.None, key, value, allowed));
    }
}
