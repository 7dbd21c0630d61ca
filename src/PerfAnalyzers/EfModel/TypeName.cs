using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel;

/// <summary>A type by name, type arguments included, so that it can be found again in another compilation.</summary>
/// <param name="MetadataName">Its full metadata name.</param>
/// <param name="IsOurs">True for a type that the compilation itself declares.</param>
/// <param name="Arguments">Its type arguments.</param>
internal sealed record TypeName(string MetadataName, bool IsOurs, ImmutableArray<TypeName> Arguments)
{
    /// <summary>The same name as text.</summary>
    public string Key { get; } = (IsOurs ? "" : "~") + MetadataName + (Arguments.IsEmpty ? "" : "<" + string.Join(",", Arguments.Select(argument => argument.Key)) + ">");

    /// <summary>Type arguments nested deeper than this have no name.</summary>
    private const int MaximumDepth = 8;

    /// <summary>The name of a type, or null where it has none by which it could be found.</summary>
    public static TypeName? Of(INamedTypeSymbol type, Compilation compilation, int depth = 0)
    {
        if (depth > MaximumDepth || type.ContainingType is { IsGenericType: true } || type.TypeKind == TypeKind.Error)
            return null;
        var arguments = ImmutableArray.CreateBuilder<TypeName>(type.TypeArguments.Length);
        foreach (var argument in type.TypeArguments)
        {
            if (argument is not INamedTypeSymbol named || Of(named, compilation, depth + 1) is not { } name)
                return null;
            arguments.Add(name);
        }
        return new TypeName(SourceIndex.MetadataName(type), SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly), arguments.MoveToImmutable());
    }

    /// <summary>The type of that name in a compilation, or null.</summary>
    public INamedTypeSymbol? Find(Compilation compilation)
    {
        var type = IsOurs ? compilation.Assembly.GetTypeByMetadataName(MetadataName) : compilation.GetTypeByMetadataName(MetadataName);
        if (type is null || Arguments.IsEmpty)
            return type;
        var arguments = new INamedTypeSymbol[Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Arguments[i].Find(compilation) is not { } argument)
                return null;
            arguments[i] = argument;
        }
        return type.Arity == arguments.Length ? type.Construct(arguments) : null;
    }
}
