using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>Reduces the body of a configuration to <see cref="FluentStep"/>s. Nothing is bound.</summary>
internal static class FluentParser
{
    /// <summary>Deeper nesting than people write; beyond it nothing is read, and what was mentioned there counts as not understood.</summary>
    private const int MaximumDepth = 24;

    public static IReadOnlyList<FluentStep> Body(BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, int depth = 0)
    {
        if (block is not null)
            return StatementParser.Read(block, depth);
        return arrow is null ? [] : [new FluentStep(Expression(arrow.Expression, depth + 1))];
    }

    public static FluentExpression Expression(ExpressionSyntax expression, int depth)
    {
        if (depth > MaximumDepth)
            return Opaque(expression);
        expression = Strip(expression);
        if (ConstantText(expression) is { } text)
            return new FluentText([text]);
        switch (expression)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression }:
                return new FluentFlags([true]);
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression }:
                return new FluentFlags([false]);
            case LiteralExpressionSyntax or DefaultExpressionSyntax:
                return new FluentOpaque([]) { IsNull = expression.RawKind != (int)SyntaxKind.NumericLiteralExpression };
            case TypeOfExpressionSyntax typeOf:
                return new FluentTypeOf(typeOf.Type);
            case SimpleLambdaExpressionSyntax lambda:
                return Lambda([lambda.Parameter.Identifier.ValueText], lambda, depth);
            case ParenthesizedLambdaExpressionSyntax lambda:
                return Lambda([.. lambda.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText)], lambda, depth);
            case AnonymousMethodExpressionSyntax { ParameterList: { } parameters } method:
                return Lambda([.. parameters.Parameters.Select(parameter => parameter.Identifier.ValueText)], method, depth);
            case ArrayCreationExpressionSyntax { Initializer: { } initializer }:
                return Elements(expression, initializer.Expressions);
            case ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer }:
                return Elements(expression, initializer.Expressions);
            case CollectionExpressionSyntax collection:
                return Elements(expression, collection.Elements.Select(element => (element as ExpressionElementSyntax)?.Expression));
            default:
                return ChainParser.Read(expression, depth) is { } chain ? chain : Opaque(expression);
        }
    }

    /// <summary>The value of a string literal or <c>nameof</c>, or null.</summary>
    public static string? ConstantText(ExpressionSyntax expression) => Strip(expression) switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Concatenated(sum),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [var argument] } =>
            argument.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                SimpleNameSyntax name => name.Identifier.ValueText,
                _ => null,
            },
        _ => null,
    };

    /// <summary>The text of <c>"a" + "b"</c>. Sums nest to the left, without a bound.</summary>
    private static string? Concatenated(BinaryExpressionSyntax sum)
    {
        var parts = new Stack<string>();
        ExpressionSyntax rest = sum;
        while (rest is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } next)
        {
            if (Strip(next.Right) is BinaryExpressionSyntax || ConstantText(next.Right) is not { } part)
                return null;
            parts.Push(part);
            rest = Strip(next.Left);
        }
        if (ConstantText(rest) is not { } first)
            return null;
        parts.Push(first);
        return string.Concat(parts);
    }

    /// <summary>Takes off parentheses, casts, <c>!</c> and the like, which change nothing here.</summary>
    public static ExpressionSyntax Strip(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    expression = suppressed.Operand;
                    break;
                case CheckedExpressionSyntax checkedExpression:
                    expression = checkedExpression.Expression;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>What is not understood, as the names it mentions.</summary>
    public static FluentOpaque Opaque(SyntaxNode node) =>
        new([.. node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText).Distinct()]);

    private static FluentLambda Lambda(IReadOnlyList<string> parameters, AnonymousFunctionExpressionSyntax lambda, int depth)
    {
        var first = parameters.Count > 0 ? parameters[0] : "";
        return new(
            parameters,
            lambda.Block is { } block ? StatementParser.Read(block, depth + 1)
                : lambda.ExpressionBody is { } body ? StatementParser.Read(body, depth + 1) : [],
            lambda.ExpressionBody is { } selection ? LambdaMembers.Selected(selection, first) : null,
            LambdaMembers.Mentioned(lambda.Body, first));
    }

    private static FluentExpression Elements(ExpressionSyntax whole, IEnumerable<ExpressionSyntax?> elements)
    {
        var texts = new List<string>();
        var flags = new List<bool>();
        foreach (var element in elements)
        {
            if (element is null)
                return Opaque(whole);
            if (ConstantText(element) is { } text)
                texts.Add(text);
            else if (element.IsKind(SyntaxKind.TrueLiteralExpression) || element.IsKind(SyntaxKind.FalseLiteralExpression))
                flags.Add(element.IsKind(SyntaxKind.TrueLiteralExpression));
            else
                return Opaque(whole);
        }
        return flags.Count == 0 ? new FluentText(texts) { IsArray = true } : texts.Count == 0 ? new FluentFlags(flags) : Opaque(whole);
    }
}
