using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>Reads which members of its parameter a lambda names.</summary>
internal static class LambdaMembers
{
    /// <summary>The members that <paramref name="body"/> selects, in order; null where it is anything but a selection.</summary>
    public static IReadOnlyList<string>? Selected(ExpressionSyntax body, string parameter)
    {
        var members = new List<string>();
        foreach (var part in Parts(FluentParser.Strip(body)))
        {
            if (Path(part, parameter) is not { } path)
                return null;
            members.Add(path);
        }
        return members.Count == 0 ? null : members;
    }

    /// <summary>Every path on <paramref name="parameter"/> in <paramref name="body"/>, with all its beginnings.</summary>
    public static IReadOnlyList<string> Mentioned(SyntaxNode body, string parameter)
    {
        var paths = new List<string>();
        foreach (var name in body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != parameter)
                continue;
            if (name.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [_, var second, ..], Parent: InvocationExpressionSyntax } }
                && FluentParser.ConstantText(second.Expression) is { } shadow)
            {
                paths.Add(shadow);
                continue;
            }
            var path = "";
            SyntaxNode node = name;
            while (Next(node) is var (outer, member))
            {
                path = path.Length == 0 ? member : path + "." + member;
                paths.Add(path);
                node = outer;
            }
        }
        return [.. paths.Distinct()];
    }

    private static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax body) => body switch
    {
        AnonymousObjectCreationExpressionSyntax anonymous => anonymous.Initializers.Select(part => part.Expression),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        TupleExpressionSyntax tuple => tuple.Arguments.Select(argument => argument.Expression),
        _ => [body],
    };

    private static string? Path(ExpressionSyntax expression, string parameter)
    {
        var path = "";
        expression = FluentParser.Strip(expression);
        while (expression is MemberAccessExpressionSyntax access)
        {
            path = path.Length == 0 ? access.Name.Identifier.ValueText : access.Name.Identifier.ValueText + "." + path;
            expression = FluentParser.Strip(access.Expression);
        }
        if (path.Length > 0)
            return expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter ? path : null;
        return expression is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Property" },
            ArgumentList.Arguments: [_, var second]
        }
            ? FluentParser.ConstantText(second.Expression)
            : null;
    }

    private static (SyntaxNode Outer, string Member)? Next(SyntaxNode node)
    {
        var parent = node.Parent;
        while (parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } or CastExpressionSyntax)
        {
            node = parent;
            parent = node.Parent;
        }
        return parent is MemberAccessExpressionSyntax access && access.Expression == node ? (access, access.Name.Identifier.ValueText) : null;
    }
}
