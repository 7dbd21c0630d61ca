using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace PerfAnalyzers.CodeFixes;

/// <summary>Writes the range of a column whose day or year equals a value.</summary>
internal static class RangeRewriter
{
    /// <summary>The comparison that <paramref name="part"/> (<c>o.CreatedAt.Date</c>) stands in, and what says the same with a range; null where that isn't safe.</summary>
    public static (BinaryExpressionSyntax Comparison, ExpressionSyntax Range)? Rewrite(ExpressionSyntax part, SemanticModel model, CancellationToken cancellationToken)
    {
        if (part is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access
            || Outermost(part).Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } comparison)
        {
            return null;
        }

        // o.PaidAt.Value.Date: the comparison of the column itself needs no Value.
        var column = access.Expression;
        var columnType = model.GetTypeInfo(column, cancellationToken).Type;
        if (column is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: var nullable }
            && model.GetTypeInfo(nullable, cancellationToken).Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
        {
            column = nullable;
        }

        // The value will be written twice, so it must be nothing but a name or a constant.
        var value = Innermost(comparison.Left == Outermost(part) ? comparison.Right : comparison.Left);
        if (!IsPlain(value) || Bounds(member, columnType, value, model, cancellationToken) is not (var from, var to))
            return null;

        var text = $"{column} >= {from} && {column} < {to}";
        var range = SyntaxFactory.ParseExpression(text);
        if (comparison.Parent is BinaryExpressionSyntax and not { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } or PrefixUnaryExpressionSyntax)
            range = SyntaxFactory.ParenthesizedExpression(range);
        return (comparison, range.WithTriviaFrom(comparison).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static (string From, string To)? Bounds(string member, ITypeSymbol? columnType, ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetTypeInfo(value, cancellationToken).Type;
        switch (member, columnType?.ToDisplayString())
        {
            case ("Date", "System.DateTime") when type?.SpecialType == SpecialType.System_DateTime:
                var day = value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Date" or "Today" } ? value.ToString() : $"{value}.Date";
                return (day, $"{day}.AddDays(1)");
            case ("Year", "System.DateTime") when type?.SpecialType == SpecialType.System_Int32:
                var rest = IsNpgsql(model.Compilation) ? ", 0, 0, 0, System.DateTimeKind.Utc" : "";
                var dateTime = model.LookupNamespacesAndTypes(value.SpanStart, name: "DateTime").IsEmpty ? "System.DateTime" : "DateTime";
                if (dateTime == "DateTime")
                    rest = rest.Replace("System.", "");
                return ($"new {dateTime}({value}, 1, 1{rest})", $"new {dateTime}({NextYear(value)}, 1, 1{rest})");
            case ("Year", "System.DateOnly") when type?.SpecialType == SpecialType.System_Int32:
                var dateOnly = model.LookupNamespacesAndTypes(value.SpanStart, name: "DateOnly").IsEmpty ? "System.DateOnly" : "DateOnly";
                return ($"new {dateOnly}({value}, 1, 1)", $"new {dateOnly}({NextYear(value)}, 1, 1)");
            default:
                return null;
        }
    }

    private static string NextYear(ExpressionSyntax year) =>
        year is LiteralExpressionSyntax { Token.Value: int number } ? (number + 1).ToString(CultureInfo.InvariantCulture) : $"{year} + 1";

    /// <summary>Npgsql's timestamp with time zone, which a DateTime is stored in, takes UTC values only.</summary>
    private static bool IsNpgsql(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "Npgsql.EntityFrameworkCore.PostgreSQL");

    private static bool IsPlain(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax or PredefinedTypeSyntax => true,
        MemberAccessExpressionSyntax access => IsPlain(access.Expression),
        _ => false,
    };

    private static ExpressionSyntax Outermost(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized;
        return expression;
    }

    private static ExpressionSyntax Innermost(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression;
    }
}
