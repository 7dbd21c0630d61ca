using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PerfAnalyzers.Queries.Elements;

/// <summary>What the parameters in sight stand for: those of lambdas for elements of a query, those of a followed method for its arguments.</summary>
internal sealed class Scope
{
    /// <summary>Methods that call methods that call … are followed so far.</summary>
    public const int MaxCalls = 8;

    /// <summary>How often an argument is followed that itself is a parameter with an argument.</summary>
    private const int MaxArguments = 32;

    private readonly ImmutableDictionary<IParameterSymbol, Element> _elements;
    private readonly ImmutableDictionary<IParameterSymbol, (IOperation Value, Scope Scope)> _arguments;
    private readonly ImmutableDictionary<ITypeParameterSymbol, ITypeSymbol> _types;

    private Scope(
        ImmutableDictionary<IParameterSymbol, Element> elements,
        ImmutableDictionary<IParameterSymbol, (IOperation Value, Scope Scope)> arguments,
        ImmutableDictionary<ITypeParameterSymbol, ITypeSymbol> types)
    {
        _elements = elements;
        _arguments = arguments;
        _types = types;
    }

    public static Scope Empty { get; } = new(
        ImmutableDictionary.Create<IParameterSymbol, Element>(SymbolEqualityComparer.Default),
        ImmutableDictionary.Create<IParameterSymbol, (IOperation, Scope)>(SymbolEqualityComparer.Default),
        ImmutableDictionary.Create<ITypeParameterSymbol, ITypeSymbol>(SymbolEqualityComparer.Default));

    /// <summary>How many followed methods lead here.</summary>
    public int Calls { get; private init; }

    /// <summary>The call, in the tree of the query, that led into another method; null in the query's own method.</summary>
    public SyntaxNode? CallSite { get; private init; }

    /// <summary>This scope with a lambda's parameter in it.</summary>
    public Scope With(IParameterSymbol parameter, Element element) =>
        new(_elements.SetItem(parameter, element), _arguments, _types) { Calls = Calls, CallSite = CallSite };

    /// <summary>The scope in the body of a method that is called from here.</summary>
    public Scope Enter(
        SyntaxNode callSite,
        IEnumerable<KeyValuePair<IParameterSymbol, IOperation>> arguments,
        IEnumerable<KeyValuePair<ITypeParameterSymbol, ITypeSymbol>> types) => new(
            Empty._elements,
            Empty._arguments.SetItems(arguments.Select(pair => new KeyValuePair<IParameterSymbol, (IOperation, Scope)>(pair.Key, (pair.Value, this)))),
            Empty._types.SetItems(types.Select(pair => new KeyValuePair<ITypeParameterSymbol, ITypeSymbol>(pair.Key, Substitute(pair.Value)))))
        {
            Calls = Calls + 1,
            CallSite = CallSite ?? callSite,
        };

    /// <summary>What a lambda's parameter stands for, or null where it isn't an element of a query.</summary>
    public Element? ElementOf(IParameterSymbol parameter) => _elements.TryGetValue(parameter, out var element) ? element : null;

    /// <summary>What was handed in for a method's parameter, and the scope it was written in.</summary>
    public (IOperation Value, Scope Scope)? ArgumentOf(IParameterSymbol parameter) => _arguments.TryGetValue(parameter, out var argument) ? argument : null;

    /// <summary>The type that a type parameter of a followed method stands for; any other type as it is.</summary>
    public ITypeSymbol Substitute(ITypeSymbol type) => type is ITypeParameterSymbol parameter && _types.TryGetValue(parameter, out var argument) ? argument : type;

    /// <summary>True when the value of the expression depends on an element.</summary>
    public bool DependsOnRow(IOperation operation) => !TablesOf(operation, MaxArguments, out var depends).IsEmpty || depends;

    /// <summary>The tables of all elements that the expression mentions.</summary>
    public TableSet TablesOf(IOperation operation) => TablesOf(operation, MaxArguments, out _);

    private TableSet TablesOf(IOperation operation, int depth, out bool depends)
    {
        var tables = TableSet.None;
        depends = false;
        if (_elements.IsEmpty && _arguments.IsEmpty)
            return tables;

        foreach (var inner in operation.DescendantsAndSelf())
        {
            if (inner is not IParameterReferenceOperation { Parameter: var parameter })
                continue;

            if (ElementOf(parameter) is { } element)
            {
                tables |= element.Tables;
                depends = true;
            }
            else if (depth > 0 && ArgumentOf(parameter) is var (value, scope))
            {
                tables |= scope.TablesOf(value, depth - 1, out var argumentDepends);
                depends |= argumentDepends;
            }
        }

        return tables;
    }
}
