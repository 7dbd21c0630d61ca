using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>Finds the indexes that a migration creates by SQL text. <c>CreateIndex</c> mirrors the model and needs no reading.</summary>
internal static class RawSqlReader
{
    private static readonly Regex s_createIndex = new(
        @"\bCREATE\s+(?:\w+\s+){0,3}?INDEX\b[^;]*?\bON\s+(?:ONLY\s+)?(?<table>[\w\.""\[\]`]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled,
        TimeSpan.FromSeconds(1));

    public static IEnumerable<RawIndex> Read(MethodDeclarationSyntax up)
    {
        var found = new List<RawIndex>();
        foreach (var statement in up.DescendantNodes(node => node is not ExpressionStatementSyntax))
        {
            if (statement is not ExpressionStatementSyntax { Expression: var expression })
                continue;
            if (FluentParser.Strip(expression) is InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sql" },
                    ArgumentList.Arguments: [var text, ..],
                })
            {
                found.AddRange(Indexes(text.Expression, up));
            }
        }
        return found;
    }

    private static IEnumerable<RawIndex> Indexes(ExpressionSyntax expression, MethodDeclarationSyntax up)
    {
        if (Text(expression, up) is not { } sql)
            return [new RawIndex(null)];
        if (sql.IndexOf("INDEX", StringComparison.OrdinalIgnoreCase) < 0 || sql.IndexOf("CREATE", StringComparison.OrdinalIgnoreCase) < 0)
            return [];
        try
        {
            var tables = s_createIndex.Matches(sql).Cast<Match>().Select(match => new RawIndex(Unquoted(match.Groups["table"].Value))).ToList();
            // Something is created that mentions an index, and it isn't clear on which table.
            return tables.Count > 0 ? tables : [new RawIndex(null)];
        }
        catch (RegexMatchTimeoutException)
        {
            return [new RawIndex(null)];
        }
    }

    /// <summary>The constant text of an expression, or null where it isn't one that can be read here.</summary>
    private static string? Text(ExpressionSyntax expression, MethodDeclarationSyntax up)
    {
        var text = "";
        foreach (var node in expression.DescendantNodesAndSelf(node => node is BinaryExpressionSyntax or ParenthesizedExpressionSyntax))
        {
            switch (node)
            {
                case BinaryExpressionSyntax or ParenthesizedExpressionSyntax:
                    break;
                case LiteralExpressionSyntax literal:
                    text += literal.Token.ValueText;
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    if (interpolated.ToString().IndexOf("INDEX", StringComparison.OrdinalIgnoreCase) >= 0)
                        return null;
                    break;
                case IdentifierNameSyntax name when Variable(name.Identifier.ValueText, up) is LiteralExpressionSyntax constant:
                    text += constant.Token.ValueText;
                    break;
                default:
                    return null;
            }
        }
        return text;
    }

    private static ExpressionSyntax? Variable(string name, MethodDeclarationSyntax up) =>
        up.Parent?.DescendantNodes(node => node is not ExpressionSyntax || node.IsKind(SyntaxKind.EqualsValueClause))
            .OfType<VariableDeclaratorSyntax>()
            .FirstOrDefault(variable => variable.Identifier.ValueText == name)?.Initializer?.Value;

    private static string Unquoted(string table)
    {
        var last = table.LastIndexOf('.');
        return (last < 0 ? table : table.Substring(last + 1)).Trim('"', '[', ']', '`');
    }
}
