using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAssert.Analyzers.Baselines;

namespace PerfAssert.Analyzers;

/// <summary>Holds the perf tests of a project against its *.perf.json files, which the package hands to the compiler.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.NoBaseline, Descriptors.DanglingBaseline);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (PerfAttributes.Find(context.Compilation) is not { } attributes)
            return;

        var files = new BaselineFiles(context.Options);
        context.RegisterSymbolAction(symbol => ReportMissing(symbol, attributes, files), SymbolKind.NamedType);

        var dangling = new DanglingEntries(context.Compilation, attributes);
        context.RegisterAdditionalFileAction(file => ReportDangling(file, dangling));
    }

    private static void ReportMissing(SymbolAnalysisContext context, PerfAttributes attributes, BaselineFiles files)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!PerfTests.CanRun(type) || type.DeclaringSyntaxReferences.IsEmpty || !type.DeclaringSyntaxReferences.All(reference => files.AreKnownFor(reference.SyntaxTree)))
            return;
        foreach (var pair in PerfTests.Of(type, attributes))
        {
            var (method, attribute) = pair.Value;
            var test = PerfTests.NameOf(type) + "." + method.Name;
            if (PerfAttributes.IsSkipped(attribute) || PerfAttributes.BringsItsComparison(attribute) || files.Have(test))
                continue;
            // An inherited test lacks the baseline of this class; others may have theirs.
            var isOwn = SymbolEqualityComparer.Default.Equals(method.ContainingType, type);
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoBaseline, (isOwn ? method : (ISymbol)type).Locations[0], test));
        }
    }

    private static void ReportDangling(AdditionalFileAnalysisContext context, DanglingEntries dangling)
    {
        if (!BaselineFiles.IsBaseline(context.AdditionalFile) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;
        foreach (var entry in BaselineText.Of(text).Entries)
        {
            if (dangling.Include(entry, context.AdditionalFile.Path))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DanglingBaseline, Location.Create(context.AdditionalFile.Path, entry.Span, text.Lines.GetLinePositionSpan(entry.Span)), entry.Test));
        }
    }
}
