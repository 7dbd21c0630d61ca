using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAssert.Analyzers.Bodies;

/// <summary>Tells what stands under #if DEBUG.</summary>
internal static class DebugRegions
{
    private const string Symbol = "DEBUG";

    /// <summary>Whether Release builds leave out what stands under DEBUG. A project may define it there, too.</summary>
    public static bool AreLeftOut(Compilation compilation, SyntaxTree tree) =>
        compilation.Options.OptimizationLevel == OptimizationLevel.Debug || !tree.Options.PreprocessorSymbolNames.Contains(Symbol);

    /// <summary>Whether code stands where only a build that defines DEBUG has it.</summary>
    public static bool Contain(SyntaxNode node)
    {
        var root = node.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
            return false;

        // One entry an open #if: whether the branch needs DEBUG, and whether each of its later branches will.
        var open = new Stack<(bool Needs, bool LaterNeed)>();
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax branch:
                    open.Push((Needs(branch.Condition, true), Needs(branch.Condition, false)));
                    break;
                case ElifDirectiveTriviaSyntax branch when open.Count > 0:
                    var earlier = open.Pop().LaterNeed;
                    open.Push((earlier || Needs(branch.Condition, true), earlier || Needs(branch.Condition, false)));
                    break;
                case ElseDirectiveTriviaSyntax when open.Count > 0:
                    var later = open.Pop().LaterNeed;
                    open.Push((later, later));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open.Any(branch => branch.Needs);
    }

    /// <summary>Whether a condition can only have a value if DEBUG is defined.</summary>
    private static bool Needs(ExpressionSyntax condition, bool value) => condition switch
    {
        IdentifierNameSyntax name => value && name.Identifier.ValueText == Symbol,
        ParenthesizedExpressionSyntax inner => Needs(inner.Expression, value),
        PrefixUnaryExpressionSyntax not => Needs(not.Operand, !value),
        BinaryExpressionSyntax both when both.IsKind(value ? SyntaxKind.LogicalAndExpression : SyntaxKind.LogicalOrExpression) => Needs(both.Left, value) || Needs(both.Right, value),
        BinaryExpressionSyntax either when either.IsKind(value ? SyntaxKind.LogicalOrExpression : SyntaxKind.LogicalAndExpression) => Needs(either.Left, value) && Needs(either.Right, value),
        _ => false,
    };
}
