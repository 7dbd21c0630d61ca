using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PerfAnalyzers.Queries.Sources;

namespace PerfAnalyzers.Queries;

/// <summary>
/// Tells from syntax alone whether an expression may execute an EF Core query. Everything after this gate binds the method's
/// body, which costs as much as compiling it: in-memory LINQ must not get past.
/// </summary>
/// <param name="dbSetNames">The names of the properties declared as <c>DbSet&lt;T&gt;</c>.</param>
/// <param name="members">The names of the user's own members that return queries or take filters.</param>
internal sealed class QueryGate(ImmutableHashSet<string> dbSetNames, QueryMembers members)
{
    private const string Set = "Set";

    /// <summary>What <see cref="QueryMembers.All"/> is called.</summary>
    private const string NameOfAll = "All";

    private static readonly ImmutableHashSet<string> s_compiling = ImmutableHashSet.Create(StringComparer.Ordinal, "CompileQuery", "CompileAsyncQuery");

    /// <summary>How deep conditions and locals made of others may nest.</summary>
    private const int MaxDepth = 32;

    private readonly ConcurrentDictionary<(MemberFacts Member, string Name), bool> _variables = new();

    /// <summary>Whatever starts a query has one of these names, or stands in a member with one.</summary>
    private readonly NameScan _names = new(dbSetNames.Union(members.Queries).Union(members.Filtered).Union(s_compiling).Add(Set).Union(members.Queries.Contains(QueryMembers.All) ? [NameOfAll] : []));

    /// <summary>
    /// The expressions under <paramref name="root"/> that may execute a query. Members whose text mentions no name that a query could start with are not entered.
    /// </summary>
    public IEnumerable<ExpressionSyntax> Executions(SyntaxNode root, TextSpan span)
    {
        var text = root.SyntaxTree.GetText();
        if (!_names.MayMention(text, root.FullSpan))
            yield break;
        foreach (var node in root.DescendantNodes(span, node => !MemberFacts.IsMember(node) || _names.MayMention(text, node.Span)))
        {
            switch (node)
            {
                case InvocationExpressionSyntax invocation when MayExecuteQuery(invocation):
                    yield return invocation;
                    break;
                case CommonForEachStatementSyntax loop when MayExecuteQuery(loop):
                    yield return QueryOf(loop);
                    break;
            }
        }
    }

    /// <summary>
    /// True for a call of an executing operator on a chain that starts at a DbSet, for a filter handed to a method that may run it,
    /// and for a compiled query.
    /// </summary>
    public bool MayExecuteQuery(InvocationExpressionSyntax invocation) => IsExecution(invocation) && !MemberFacts.Around(invocation).IsTooDeep;

    /// <summary>True for an expression that a <c>foreach</c> enumerates, that starts at a DbSet and that no operator has executed before.</summary>
    public bool MayExecuteQuery(CommonForEachStatementSyntax loop) =>
        !(loop.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax last } && IsExecuting(last))
        && StartsAtQuery(loop.Expression, MaxDepth)
        && !MemberFacts.Around(loop).IsTooDeep;

    /// <summary>What a <c>foreach</c> enumerates, without parentheses: they have no operation of their own.</summary>
    public static ExpressionSyntax QueryOf(CommonForEachStatementSyntax loop)
    {
        var query = loop.Expression;
        while (query is ParenthesizedExpressionSyntax parenthesized)
            query = parenthesized.Expression;
        return query;
    }

    private bool IsExecution(InvocationExpressionSyntax invocation)
    {
        var name = invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        if (name is null)
            return false;

        if (invocation.Expression is MemberAccessExpressionSyntax call && IsExecuting(call))
            return StartsAtQuery(call.Expression, MaxDepth);
        return s_compiling.Contains(name.Identifier.ValueText)
            || (members.Filtered.Contains(name.Identifier.ValueText) && invocation.ArgumentList.Arguments.Any(argument => argument.Expression is LambdaExpressionSyntax));
    }

    private static bool IsExecuting(MemberAccessExpressionSyntax call) =>
        QueryOperators.Executing.Contains(QueryOperators.NameOf(call.Name.Identifier.ValueText));

    /// <param name="depth">How deep conditions may nest.</param>
    /// <param name="variables">
    /// The variables that led here, none twice; null outside of a variable. What was executed before it was put in a variable is no query any more.
    /// </param>
    private bool StartsAtQuery(ExpressionSyntax expression, int depth, HashSet<string>? variables = null)
    {
        // A chain may be thousands of calls long, so this is a loop.
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    expression = suppressed.Operand;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                case QueryExpressionSyntax query:
                    expression = query.FromClause.Expression;
                    break;
                case ConditionalExpressionSyntax conditional:
                    return depth > 0 && (StartsAtQuery(conditional.WhenTrue, depth - 1, variables) || StartsAtQuery(conditional.WhenFalse, depth - 1, variables));
                case SwitchExpressionSyntax choice:
                    return depth > 0 && choice.Arms.Any(arm => StartsAtQuery(arm.Expression, depth - 1, variables));
                case InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: NameOfAll } }:
                    return members.Queries.Contains(QueryMembers.All);
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } when variables is not null && IsExecuting(call):
                    return false;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: Set } } }:
                case InvocationExpressionSyntax { Expression: GenericNameSyntax { Identifier.ValueText: Set } }:
                    return true;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } when members.Queries.Contains(call.Name.Identifier.ValueText):
                    return true;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call }:
                    expression = call.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: SimpleNameSyntax function }:
                    return members.Queries.Contains(function.Identifier.ValueText)
                        || (function.Identifier.ValueText == NameOfAll && members.Queries.Contains(QueryMembers.All))
                        || MemberFacts.Around(function).Functions.Contains(function.Identifier.ValueText);
                case MemberAccessExpressionSyntax property:
                    return property.IsKind(SyntaxKind.SimpleMemberAccessExpression) && IsQueryName(property.Name.Identifier.ValueText);
                case IdentifierNameSyntax identifier:
                    return IsQueryName(identifier.Identifier.ValueText) || IsQueryVariable(identifier, depth, variables);
                default:
                    return false;
            }
        }
    }

    private bool IsQueryName(string name) => dbSetNames.Contains(name) || members.Queries.Contains(name);

    /// <summary>True for a local that gets a query anywhere in its member.</summary>
    private bool IsQueryVariable(IdentifierNameSyntax identifier, int depth, HashSet<string>? variables)
    {
        var writes = MemberFacts.Around(identifier);
        var name = identifier.Identifier.ValueText;
        if (variables is not null)
            return variables.Add(name) && GetsQuery(writes, name, depth, variables);

        return _variables.GetOrAdd((writes, name), key => GetsQuery(key.Member, key.Name, depth, new HashSet<string>(StringComparer.Ordinal) { key.Name }));
    }

    private bool GetsQuery(MemberFacts writes, string name, int depth, HashSet<string> variables) =>
        depth > 0 && writes.Of(name).Select(MemberFacts.ValueOf).Any(value => value is not null && StartsAtQuery(value, depth - 1, variables));
}
