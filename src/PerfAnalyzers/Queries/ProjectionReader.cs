using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries;

/// <summary>Reads what a projection makes of a row, so that later operators can be traced back to columns.</summary>
internal static class ProjectionReader
{
    /// <summary>How deep objects may nest in one another.</summary>
    private const int MaxDepth = 16;

    /// <summary>What the projected value stands for. Subqueries inside it are read for the tables they look up.</summary>
    public static Element Read(IOperation projection, Scope scope, QueryReading reading) => Read(projection, scope, reading, MaxDepth);

    private static Element Read(IOperation projection, Scope scope, QueryReading reading, int depth)
    {
        if (ElementReader.Read(projection, scope) is { } element)
            return element;

        switch (projection)
        {
            case var _ when depth == 0:
                break;
            case IConversionOperation { OperatorMethod: null, IsImplicit: true } conversion:
                return Read(conversion.Operand, scope, reading, depth - 1);
            case IParenthesizedOperation parenthesized:
                return Read(parenthesized.Operand, scope, reading, depth - 1);
            case IAnonymousObjectCreationOperation created:
                return new CompositeElement(Initialized(created.Initializers, scope, reading, depth).ToImmutableDictionary());
            case IObjectCreationOperation { Type: INamedTypeSymbol } created when !WellKnown.IsOfFramework(created.Type):
                var members = ImmutableDictionary.CreateBuilder<string, Element>();
                foreach (var argument in created.Arguments)
                {
                    var value = Read(argument.Value, scope, reading, depth - 1);
                    if (argument.Parameter is { } parameter && IsPositional(created.Constructor))
                        members[parameter.Name] = value;
                }

                members.AddRange(Initialized(created.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty, scope, reading, depth));
                return new CompositeElement(members.ToImmutable());
        }

        reading.Subqueries.ReadWithin(projection, scope);
        return new UnknownElement(scope.TablesOf(projection));
    }

    private static IEnumerable<KeyValuePair<string, Element>> Initialized(ImmutableArray<IOperation> initializers, Scope scope, QueryReading reading, int depth)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var initializer in initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value } && names.Add(name))
                yield return new(name, Read(value, scope, reading, depth - 1));
        }
    }

    /// <summary>A record's own constructor: each parameter is the property of its name.</summary>
    private static bool IsPositional(IMethodSymbol? constructor) =>
        constructor?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is RecordDeclarationSyntax;
}
