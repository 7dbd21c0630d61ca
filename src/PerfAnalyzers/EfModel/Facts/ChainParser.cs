using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>Flattens a chain of calls, from its last link to its first: a chain may have thousands of links, so nothing recurses along it.</summary>
internal static class ChainParser
{
    /// <summary>The chain, or null where the expression is none.</summary>
    public static FluentChain? Read(ExpressionSyntax expression, int depth)
    {
        var calls = new Stack<FluentCall>();
        var receivers = new Stack<ExpressionSyntax>();
        while (true)
        {
            expression = FluentParser.Strip(expression);
            switch (expression)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                    calls.Push(Call(access.Name, call.ArgumentList, depth) with { Receiver = access.Expression, Invocation = call });
                    expression = access.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } call when receivers.Count > 0:
                    calls.Push(Call(binding.Name, call.ArgumentList, depth));
                    expression = receivers.Pop();
                    break;
                case InvocationExpressionSyntax { Expression: SimpleNameSyntax name } call:
                    calls.Push(Call(name, call.ArgumentList, depth));
                    return Chain(FluentRoot.This, "", calls);
                case MemberAccessExpressionSyntax access:
                    calls.Push(Property(access.Name));
                    expression = access.Expression;
                    break;
                case MemberBindingExpressionSyntax binding when receivers.Count > 0:
                    calls.Push(Property(binding.Name));
                    expression = receivers.Pop();
                    break;
                case ConditionalAccessExpressionSyntax conditional:
                    receivers.Push(conditional.Expression);
                    expression = conditional.WhenNotNull;
                    break;
                case SimpleNameSyntax name:
                    return Chain(FluentRoot.Name, name.Identifier.ValueText, calls);
                case PredefinedTypeSyntax predefined:
                    return Chain(FluentRoot.Name, predefined.Keyword.ValueText, calls);
                case ThisExpressionSyntax:
                    return Chain(FluentRoot.This, "", calls);
                case TypeOfExpressionSyntax typeOf:
                    return Chain(FluentRoot.TypeOf, "", calls) with { Type = typeOf.Type };
                case BaseExpressionSyntax:
                    return Chain(FluentRoot.Base, "", calls);
                case ObjectCreationExpressionSyntax creation:
                    return Chain(FluentRoot.New, "", calls) with
                    {
                        Type = creation.Type,
                        Arguments = Arguments(creation.ArgumentList, depth),
                    };
                default:
                    return calls.Count == 0 ? null : Chain(FluentRoot.Other, "", calls) with { Arguments = [FluentParser.Opaque(expression)] };
            }
        }
    }

    private static FluentChain Chain(FluentRoot root, string name, Stack<FluentCall> calls) => new(root, name, [.. calls]);

    private static FluentCall Property(SimpleNameSyntax name) => new(name.Identifier.ValueText, [], [], IsProperty: true);

    private static FluentCall Call(SimpleNameSyntax name, ArgumentListSyntax arguments, int depth) => new(
        name.Identifier.ValueText,
        name is GenericNameSyntax generic ? [.. generic.TypeArgumentList.Arguments] : [],
        Arguments(arguments, depth),
        IsProperty: false);

    private static IReadOnlyList<FluentExpression> Arguments(ArgumentListSyntax? list, int depth) =>
        list is null ? [] : [.. list.Arguments.Select(argument => FluentParser.Expression(argument.Expression, depth + 1))];
}
