using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>
/// Reads a query that is kept in a local variable or a parameter, and composed there: <c>if (…) q = q.Where(…)</c>. What is assigned in a
/// straight line is certain, what is assigned under a condition or in a loop may be there.
/// </summary>
internal sealed class VariableReader(SourceReader sources)
{
    /// <summary>More assignments of one variable are not followed.</summary>
    private const int MaxWrites = 64;

    /// <summary>The query that the variable holds at <paramref name="use"/>, or null where that can't be told.</summary>
    public QuerySource? Read(IOperation use, ISymbol variable, Scope scope, bool isNested)
    {
        if (use.SemanticModel is not { } model || WritesOf(variable, use, model) is not { Count: <= MaxWrites } writes || FunctionOf(DeclarationOf(variable)) is not { } function)
            return null;

        var isCaptured = FunctionOf(use.Syntax) != function;
        QuerySource? current = null;
        if (variable is IParameterSymbol parameter && scope.ArgumentOf(parameter) is var (value, outer))
            current = sources.Read(value, outer, isNested);

        foreach (var write in writes)
        {
            if (MemberFacts.ValueOf(write) is not { } assigned || FunctionOf(write) != function || model.GetOperation(assigned) is not { } operation)
                return null;

            var isBefore = write.SpanStart < use.Syntax.SpanStart && !write.Span.Contains(use.Syntax.Span);
            var shared = SharedLoop(write, use.Syntax, variable);
            if (!isBefore && !shared && !isCaptured)
                continue;

            var isCertain = write is VariableDeclaratorSyntax
                || (isBefore && !shared && !isCaptured && IsStraight(write, use.Syntax) && !MemberFacts.Around(write).HasJumps);
            var next = IsNothing(operation) ? null : sources.Read(operation, scope, isNested, self: variable);
            if (next is { Root.Variable: not null } && current is not null)
                current = current.Then(next.Steps.Select(step => step with { IsCertain = step.IsCertain && isCertain }));
            else if ((next is not null && next.Root.Variable is null && (isCertain || current is null && IsOnlyValue(write, writes))) || (IsNothing(operation) && current is null))
                current = next;
            else
                return null;
        }

        return current;
    }

    /// <summary>The one value that the local ever has, or null where it has several, or none that can be read.</summary>
    public static IOperation? OnlyValueOf(ILocalReferenceOperation use) =>
        use.SemanticModel is { } model && WritesOf(use.Local, use, model) is [var write] && MemberFacts.ValueOf(write) is { } value ? model.GetOperation(value) : null;

    /// <summary>The writes of exactly this variable.</summary>
    private static List<SyntaxNode>? WritesOf(ISymbol variable, IOperation use, SemanticModel model)
    {
        if (DeclarationOf(variable) is not { } declaration || declaration.SyntaxTree != use.Syntax.SyntaxTree)
            return null;
        if (variable is ILocalSymbol && declaration is not VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax })
            return null;
        return MemberFacts.Around(declaration).Of(variable.Name)
            .Where(write => write == declaration || SymbolEqualityComparer.Default.Equals(SymbolOf(write, model), variable))
            .ToList();
    }

    private static ISymbol? SymbolOf(SyntaxNode write, SemanticModel model) => write switch
    {
        AssignmentExpressionSyntax assignment => model.GetSymbolInfo(assignment.Left).Symbol,
        IdentifierNameSyntax name => model.GetSymbolInfo(name).Symbol,
        _ => null,
    };

    private static SyntaxNode? DeclarationOf(ISymbol variable) => variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();

    /// <summary><c>null</c> or <c>default</c>: a value that no query can run on.</summary>
    private static bool IsNothing(IOperation operation) =>
        SourceReader.Unwrap(operation) is ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

    /// <summary>True for a value that may stand under a condition, while no other is ever assigned: no other query can be meant.</summary>
    private static bool IsOnlyValue(SyntaxNode write, List<SyntaxNode> writes) =>
        writes.TrueForAll(other => other == write || MemberFacts.ValueOf(other) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression });

    /// <summary>The method, accessor, local function or lambda that a node stands in.</summary>
    private static SyntaxNode? FunctionOf(SyntaxNode? node)
    {
        for (var outer = node?.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or CompilationUnitSyntax)
                return outer;
        }

        return null;
    }

    /// <summary>True when the statement that writes stands in a block around the use: no condition lies between them.</summary>
    private static bool IsStraight(SyntaxNode write, SyntaxNode use)
    {
        var statement = write.FirstAncestorOrSelf<StatementSyntax>();
        return statement?.Parent switch
        {
            BlockSyntax block => block.Span.Contains(use.Span),
            SwitchSectionSyntax section => section.Span.Contains(use.Span),
            GlobalStatementSyntax => true,
            _ => false,
        };
    }

    /// <summary>True when a loop that the variable outlives runs over the write: it may be repeated, or come before the use the second time round.</summary>
    private static bool SharedLoop(SyntaxNode write, SyntaxNode use, ISymbol variable)
    {
        var declaration = DeclarationOf(variable)!;
        for (var outer = write.Parent; outer is not null && !outer.Span.Contains(declaration.Span); outer = outer.Parent)
        {
            if (outer is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax && outer.Span.Contains(use.Span))
                return true;
        }

        return false;
    }
}
