using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>
/// Where the variables of one member get their values, by name; nothing is bound. Read in one walk of the member when first asked for,
/// and kept as long as its syntax lives.
/// </summary>
internal sealed class VariableWrites
{
    private static readonly ConditionalWeakTable<SyntaxNode, VariableWrites> s_byMember = new();

    private readonly Dictionary<string, List<SyntaxNode>> _writes = new(StringComparer.Ordinal);

    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);

    private VariableWrites(SyntaxNode member)
    {
        foreach (var node in member.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer: not null } declarator:
                    Add(declarator.Identifier.ValueText, declarator);
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment:
                    Add(target.Identifier.ValueText, assignment);
                    break;
                case AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple }:
                    foreach (var target in tuple.Arguments.Select(argument => argument.Expression).OfType<IdentifierNameSyntax>())
                        Add(target.Identifier.ValueText, target);
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax target }:
                    Add(target.Identifier.ValueText, target);
                    break;
                case RefExpressionSyntax { Expression: IdentifierNameSyntax target }:
                    Add(target.Identifier.ValueText, target);
                    break;
                case LocalFunctionStatementSyntax function when QueryMembers.IsQuery(function.ReturnType):
                    _functions.Add(function.Identifier.ValueText);
                    break;
                case GotoStatementSyntax { RawKind: (int)SyntaxKind.GotoStatement }:
                    HasJumps = true;
                    break;
            }
        }
    }

    /// <summary>The names of local functions that return a query.</summary>
    public IReadOnlyCollection<string> Functions => _functions;

    /// <summary>True for a member with a <c>goto</c>: what stands before may run after.</summary>
    public bool HasJumps { get; }

    /// <summary>The writes in the member that <paramref name="node"/> stands in.</summary>
    public static VariableWrites Around(SyntaxNode node)
    {
        var member = node;
        while (member.Parent is { } parent && member is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax))
            member = parent;
        return s_byMember.GetValue(member, static key => new VariableWrites(key));
    }

    /// <summary>
    /// The declarators with an initializer, assignments and other writes of variables named <paramref name="name"/>, in the order of the source.
    /// </summary>
    public IReadOnlyList<SyntaxNode> Of(string name) => _writes.TryGetValue(name, out var writes) ? writes : ImmutableArray<SyntaxNode>.Empty;

    /// <summary>What a declaration or a statement of its own assigns, or null for any other write.</summary>
    public static ExpressionSyntax? ValueOf(SyntaxNode write) => write switch
    {
        VariableDeclaratorSyntax declarator => declarator.Initializer!.Value,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment => assignment.Right,
        _ => null,
    };

    private void Add(string name, SyntaxNode write)
    {
        if (!_writes.TryGetValue(name, out var writes))
            _writes.Add(name, writes = []);
        writes.Add(write);
    }
}
