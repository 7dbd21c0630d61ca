using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>Follows the user's own methods and properties that return a query, or run one.</summary>
internal sealed class HelperReader(SourceReader sources)
{
    /// <summary>True for a method whose body this compilation may hold.</summary>
    public static bool IsHelper(IMethodSymbol method) => !method.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>The query that a call of the user's method returns.</summary>
    public QuerySource? Read(IInvocationOperation call, Scope scope, bool isNested)
    {
        var (results, inner) = Enter(call, scope);
        return QuerySource.OneOf([.. results.Select(result => sources.Read(result, inner, isNested))]);
    }

    /// <summary>The query that one of the user's properties returns.</summary>
    public QuerySource? Read(IPropertyReferenceOperation property, Scope scope, bool isNested)
    {
        var (results, inner) = EnterValue(property, scope);
        return QuerySource.OneOf([.. results.Select(result => sources.Read(result, inner, isNested))]);
    }

    /// <summary>What a property, a readonly field or a call of the user's returns, and what is in sight there.</summary>
    public static (ImmutableArray<IOperation> Results, Scope Scope) EnterValue(IOperation value, Scope scope) => value switch
    {
        _ when value.SemanticModel is null => (ImmutableArray<IOperation>.Empty, scope),
        IInvocationOperation call => Enter(call, scope),
        IPropertyReferenceOperation { Property.GetMethod: { } getter, Arguments.IsEmpty: true } property => Enter(getter, property.Instance, [], property, scope, property.SemanticModel!.Compilation),
        IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field } when scope.Calls < Scope.MaxCalls =>
            (BodyReader.ResultsOf(field, value.SemanticModel!.Compilation), scope.Enter(NameOf(value.Syntax), [], [])),
        _ => (ImmutableArray<IOperation>.Empty, scope),
    };

    /// <summary>What a call of the user's method returns, and what is in sight there. Nothing where its body isn't known for certain.</summary>
    public static (ImmutableArray<IOperation> Results, Scope Scope) Enter(IInvocationOperation call, Scope scope)
    {
        if (call.SemanticModel is not { } model)
            return (ImmutableArray<IOperation>.Empty, scope);
        var arguments = call.Arguments.Where(argument => argument.Parameter is not null).Select(argument => (argument.Parameter!.Ordinal, argument.Value)).ToList();
        return Enter(call.TargetMethod, call.Instance, arguments, call, scope, model.Compilation);
    }

    private static (ImmutableArray<IOperation> Results, Scope Scope) Enter(
        IMethodSymbol method, IOperation? instance, List<(int Ordinal, IOperation Value)> arguments, IOperation call, Scope scope, Compilation compilation)
    {
        if (scope.Calls >= Scope.MaxCalls || Implementations.Of(method, instance, scope, compilation) is not { } implementation)
            return (ImmutableArray<IOperation>.Empty, scope);

        var definition = implementation.OriginalDefinition;
        var types = TypeArguments(definition.TypeParameters, implementation.TypeArguments);
        for (var type = implementation.ContainingType; type is not null; type = type.ContainingType)
            types = types.Concat(TypeArguments(type.OriginalDefinition.TypeParameters, type.TypeArguments));

        var handedIn = arguments
            .Where(argument => argument.Ordinal < definition.Parameters.Length)
            .Select(argument => new KeyValuePair<IParameterSymbol, IOperation>(definition.Parameters[argument.Ordinal], argument.Value));
        return (BodyReader.ResultsOf(definition, compilation), scope.Enter(NameOf(call.Syntax), handedIn, types));
    }

    private static IEnumerable<KeyValuePair<ITypeParameterSymbol, ITypeSymbol>> TypeArguments(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments) =>
        parameters.Zip(arguments, (parameter, argument) => new KeyValuePair<ITypeParameterSymbol, ITypeSymbol>(parameter, argument));

    /// <summary>The name in a call: of a chain over many lines, the line it stands on.</summary>
    private static SyntaxNode NameOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        MemberAccessExpressionSyntax access => access.Name,
        _ => call,
    };
}
