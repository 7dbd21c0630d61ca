using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>Reduces statements to <see cref="FluentStep"/>s: straight ones, and conditional ones that need not run.</summary>
internal sealed class StatementParser
{
    private const int MaximumDepth = 24;

    private readonly List<FluentStep> _steps = new List<FluentStep>();

    public static IReadOnlyList<FluentStep> Read(BlockSyntax block, int depth)
    {
        var parser = new StatementParser();
        parser.Block(block.Statements, conditional: false, depth);
        return parser._steps;
    }

    /// <summary>Reads the body of a lambda that is an expression.</summary>
    public static IReadOnlyList<FluentStep> Read(ExpressionSyntax body, int depth)
    {
        var parser = new StatementParser();
        if (body is AssignmentExpressionSyntax assignment)
            parser.Assignment(assignment, conditional: false, depth);
        else
            parser.Add(FluentParser.Expression(body, depth), conditional: false);
        return parser._steps;
    }

    private void Block(SyntaxList<StatementSyntax> statements, bool conditional, int depth)
    {
        foreach (var statement in statements)
        {
            Statement(statement, conditional, depth + 1);
            // What follows `if (…) return;` need not run.
            conditional |= statement is IfStatementSyntax && Leaves(statement);
        }
    }

    private void Statement(StatementSyntax? statement, bool conditional, int depth)
    {
        if (statement is null)
            return;
        if (depth > MaximumDepth)
        {
            Add(FluentParser.Opaque(statement), conditional);
            return;
        }
        switch (statement)
        {
            case BlockSyntax block:
                Block(block.Statements, conditional, depth);
                break;
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }:
                Assignment(assignment, conditional, depth);
                break;
            case ExpressionStatementSyntax expression:
                Add(FluentParser.Expression(expression.Expression, depth), conditional);
                break;
            case LocalDeclarationStatementSyntax { Declaration: var declaration }:
                Locals(declaration, conditional, depth);
                break;
            case ReturnStatementSyntax { Expression: { } value }:
                Add(FluentParser.Expression(value, depth), conditional);
                break;
            case IfStatementSyntax branch:
                Statement(branch.Statement, conditional: true, depth);
                Statement(branch.Else?.Statement, conditional: true, depth);
                break;
            case SwitchStatementSyntax choice:
                foreach (var section in choice.Sections)
                    Block(section.Statements, conditional: true, depth);
                break;
            case ForEachStatementSyntax loop:
                Loop(loop, conditional, depth);
                break;
            case ForStatementSyntax loop:
                Statement(loop.Statement, conditional: true, depth);
                break;
            case WhileStatementSyntax loop:
                Statement(loop.Statement, conditional: true, depth);
                break;
            case DoStatementSyntax loop:
                Statement(loop.Statement, conditional: true, depth);
                break;
            case UsingStatementSyntax usage:
                Statement(usage.Statement, conditional, depth);
                break;
            case LockStatementSyntax locked:
                Statement(locked.Statement, conditional, depth);
                break;
            case CheckedStatementSyntax checkedBlock:
                Statement(checkedBlock.Block, conditional, depth);
                break;
            case TryStatementSyntax attempt:
                Statement(attempt.Block, conditional, depth);
                foreach (var handler in attempt.Catches)
                    Statement(handler.Block, conditional: true, depth);
                Statement(attempt.Finally?.Block, conditional, depth);
                break;
            case LocalFunctionStatementSyntax or EmptyStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or ReturnStatementSyntax:
                break;
            default:
                Add(FluentParser.Opaque(statement), conditional);
                break;
        }
    }

    private void Locals(VariableDeclarationSyntax declaration, bool conditional, int depth)
    {
        foreach (var variable in declaration.Variables)
        {
            if (variable.Initializer is { } initializer)
                Add(FluentParser.Expression(initializer.Value, depth), conditional, variable.Identifier.ValueText);
        }
    }

    private void Assignment(AssignmentExpressionSyntax assignment, bool conditional, int depth)
    {
        switch (FluentParser.Strip(assignment.Left))
        {
            case IdentifierNameSyntax name when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                _steps.Add(new FluentStep(FluentParser.Expression(assignment.Right, depth))
                {
                    IsConditional = conditional,
                    IsAssignment = true,
                    Variable = name.Identifier.ValueText,
                });
                break;
            case MemberAccessExpressionSyntax member when ChainParser.Read(member, depth) is { } target:
                _steps.Add(new FluentStep(target) { IsConditional = conditional, IsAssignment = true });
                Add(FluentParser.Opaque(assignment.Right), conditional);
                break;
            default:
                Add(FluentParser.Opaque(assignment), conditional);
                break;
        }
    }

    private void Loop(ForEachStatementSyntax loop, bool conditional, int depth)
    {
        var body = new StatementParser();
        body.Statement(loop.Statement, conditional: true, depth + 1);
        _steps.Add(new FluentStep(FluentParser.Expression(loop.Expression, depth))
        {
            IsLoop = true,
            IsConditional = conditional,
            Variable = loop.Identifier.ValueText,
            Body = body._steps,
        });
    }

    private void Add(FluentExpression expression, bool conditional, string? variable = null) =>
        _steps.Add(new FluentStep(expression) { IsConditional = conditional, Variable = variable });

    private static bool Leaves(StatementSyntax statement) =>
        statement.DescendantNodes(node => node is not (ExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node is ReturnStatementSyntax);
}
