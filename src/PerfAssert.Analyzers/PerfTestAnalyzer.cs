using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PerfAssert.Analyzers.Rules;

namespace PerfAssert.Analyzers;

/// <summary>Reports perf tests that measure nothing, or not what they seem to: reads each test once, and asks each rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PerfTestAnalyzer : DiagnosticAnalyzer
{
    private const int MaximumDepth = 500;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.AsyncVoid, Descriptors.DroppedResult, Descriptors.NothingToMeasure, Descriptors.DebugOnly, Descriptors.Refused, Descriptors.MeasuresTimer, Descriptors.WorkLeftUndone);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (PerfAttributes.Find(start.Compilation) is not { } attributes)
                return;
            // A syntax action, not an operation action: that would make the driver bind every method of the project.
            start.RegisterSyntaxNodeAction(node => Analyze(node, attributes), SyntaxKind.MethodDeclaration);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, PerfAttributes attributes)
    {
        var syntax = (MethodDeclarationSyntax)context.Node;
        if (!PerfAttributes.MayBePerfTest(syntax)
            || context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is not { } symbol
            || attributes.Of(symbol) is not { } attribute
            || PerfAttributes.IsSkipped(attribute)
            || IsTooDeep(syntax))
        {
            return;
        }

        var operation = context.SemanticModel.GetOperation(syntax, context.CancellationToken) as IMethodBodyOperation;
        var test = new PerfMethod(symbol, syntax, attribute, attributes.IsFact(attribute), operation?.BlockBody ?? operation?.ExpressionBody, context.Compilation);
        foreach (var diagnostic in Judge(test))
            context.ReportDiagnostic(diagnostic);
    }

    /// <summary>Code nested so deep that Roslyn may overflow the compiler's stack when it binds it.</summary>
    private static bool IsTooDeep(MethodDeclarationSyntax method)
    {
        var pending = new Stack<(SyntaxNode Node, int Depth)>();
        pending.Push((method, 0));
        while (pending.Count > 0)
        {
            var (node, depth) = pending.Pop();
            if (depth > MaximumDepth)
                return true;
            foreach (var child in node.ChildNodes())
                pending.Push((child, depth + 1));
        }

        return false;
    }

    private static IEnumerable<Diagnostic> Judge(PerfMethod test)
    {
        // What never runs needs no further words.
        if (RefusalRule.Judge(test) is { } refusal)
            return [refusal];
        if (EmptinessRule.Judge(test) is { } emptiness)
            return [emptiness];
        return [.. DroppedResultRule.Judge(test), .. TimerRule.Judge(test), .. UnfinishedRule.Judge(test)];
    }
}
