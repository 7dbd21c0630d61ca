using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>
/// What the syntax of one member tells before anything is bound: where its variables get their values, and whether it may be bound at all.
/// Read in one walk when first asked for, and kept as long as the syntax lives.
/// </summary>
internal sealed class MemberFacts
{
    /// <summary>
    /// How deep a member's syntax may nest. Roslyn makes operations of a whole member at once, recursively and without a guard: a chain of
    /// some thousand calls overflows the compiler's stack.
    /// </summary>
    private const int MaxDepth = 600;

    private static readonly ConditionalWeakTable<SyntaxNode, MemberFacts> s_byMember = new();

    private readonly Dictionary<string, List<SyntaxNode>> _writes = new(StringComparer.Ordinal);

    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);

    private MemberFacts(SyntaxNode member)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((member, 0));
        while (open.Count > 0)
        {
            var (node, depth) = open.Pop();
            IsTooDeep |= depth > MaxDepth;
            Read(node);

            // Roslyn walks the left spine of a + b + c … in a loop.
            var left = (node as BinaryExpressionSyntax)?.Left;
            foreach (var child in node.ChildNodesAndTokens().Reverse())
            {
                if (child.AsNode() is { } below)
                    open.Push((below, below == left ? depth : depth + 1));
            }
        }
    }

    /// <summary>The names of local functions that return a query.</summary>
    public IReadOnlyCollection<string> Functions => _functions;

    /// <summary>True for a member with a <c>goto</c>: what stands before may run after.</summary>
    public bool HasJumps { get; private set; }

    /// <summary>True for a member that must not be bound to operations.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>True for a member that is read as one: a method, property or field. Whatever stands outside of one belongs to its file.</summary>
    public static bool IsMember(SyntaxNode node) => node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax;

    /// <summary>The facts of the member that <paramref name="node"/> stands in.</summary>
    public static MemberFacts Around(SyntaxNode node)
    {
        var member = node;
        while (member.Parent is { } parent && !IsMember(member))
            member = parent;
        return s_byMember.GetValue(member, static key => new MemberFacts(key));
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

    private void Read(SyntaxNode node)
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
