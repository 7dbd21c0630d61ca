using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.Queries;

/// <summary>
/// Tells from syntax alone whether an expression may execute an EF Core query. Everything after this gate binds the method's
/// body, which costs as much as compiling it: in-memory LINQ must not get past.
/// </summary>
/// <param name="dbSetNames">The names of the properties declared as <c>DbSet&lt;T&gt;</c>.</param>
internal sealed class QueryGate(ImmutableHashSet<string> dbSetNames)
{
    /// <summary>True for a call of an executing operator on a chain that starts at a DbSet.</summary>
    public bool MayExecuteQuery(InvocationExpressionSyntax invocation) =>
        invocation.Expression is MemberAccessExpressionSyntax access && IsExecuting(access) && StartsAtDbSet(access.Expression);

    /// <summary>True for an expression that a <c>foreach</c> enumerates, that starts at a DbSet and that no operator has executed before.</summary>
    public bool MayExecuteQuery(CommonForEachStatementSyntax loop) =>
        !(loop.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax last } && IsExecuting(last))
        && StartsAtDbSet(loop.Expression);

    private static bool IsExecuting(MemberAccessExpressionSyntax call) =>
        QueryOperators.Executing.Contains(QueryOperators.NameOf(call.Name.Identifier.ValueText));

    private bool StartsAtDbSet(ExpressionSyntax expression)
    {
        // A chain may be thousands of calls long, so this is a loop.
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case QueryExpressionSyntax query:
                    expression = query.FromClause.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "Set" } } }:
                case InvocationExpressionSyntax { Expression: GenericNameSyntax { Identifier.ValueText: "Set" } }:
                    return true;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call }:
                    expression = call.Expression;
                    break;
                case MemberAccessExpressionSyntax property:
                    return property.IsKind(SyntaxKind.SimpleMemberAccessExpression) && dbSetNames.Contains(property.Name.Identifier.ValueText);
                case IdentifierNameSyntax identifier:
                    return dbSetNames.Contains(identifier.Identifier.ValueText);
                default:
                    return false;
            }
        }
    }
}
