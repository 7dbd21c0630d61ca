using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>Finds the one method that a call can only mean.</summary>
internal static class Implementations
{
    private static readonly ConditionalWeakTable<Compilation, ILookup<ISymbol, INamedTypeSymbol>> s_classesByInterface = new();

    /// <summary>The method that runs, or null where it may be one of several, or one that this compilation doesn't hold.</summary>
    public static IMethodSymbol? Of(IMethodSymbol method, IOperation? instance, Scope scope, Compilation compilation)
    {
        if (method.ContainingType is { TypeKind: TypeKind.Interface } declaring)
            return method.IsStatic || instance is null ? null : OnlyImplementation(method, declaring, scope, compilation);
        return method.IsAbstract || method.IsExtern || ((method.IsVirtual || method.IsOverride) && !IsFinal(method)) ? null : method;
    }

    private static bool IsFinal(IMethodSymbol method) => method.IsSealed || method.ContainingType.IsSealed;

    private static IMethodSymbol? OnlyImplementation(IMethodSymbol method, INamedTypeSymbol declaring, Scope scope, Compilation compilation)
    {
        IMethodSymbol? only = null;
        foreach (var candidate in s_classesByInterface.GetValue(compilation, Collect)[declaring.OriginalDefinition])
        {
            if (Construct(candidate, declaring, scope) is not { } type)
                continue;
            var implemented = type.AllInterfaces.First(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, declaring.OriginalDefinition));
            var member = implemented.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition));
            if (member is null || type.FindImplementationForInterfaceMember(member) is not IMethodSymbol found)
                return null;
            if (only is not null && !SymbolEqualityComparer.Default.Equals(only.OriginalDefinition, found.OriginalDefinition))
                return null;
            only ??= found;
        }

        // A class that derives from the only one may override it.
        if (only is null || only.IsAbstract || only.ContainingType.TypeKind == TypeKind.Interface || ((only.IsVirtual || only.IsOverride) && !IsFinal(only)))
            return null;
        return method.IsGenericMethod ? only.OriginalDefinition.Construct([.. method.TypeArguments]) : only;
    }

    /// <summary>
    /// The class as it stands behind the interface: <c>Repository&lt;Order&gt;</c> behind <c>IRepository&lt;Order&gt;</c>; null where it implements the
    /// interface for other types.
    /// </summary>
    private static INamedTypeSymbol? Construct(INamedTypeSymbol candidate, INamedTypeSymbol declaring, Scope scope)
    {
        var arguments = candidate.TypeParameters.Select(ITypeSymbol? (_) => null).ToArray();
        var implemented = candidate.AllInterfaces.Where(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, declaring.OriginalDefinition)).ToList();
        if (implemented.Count != 1)
            return null;

        for (var i = 0; i < declaring.TypeArguments.Length; i++)
        {
            var wanted = scope.Substitute(declaring.TypeArguments[i]);
            if (implemented[0].TypeArguments[i] is ITypeParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingType, candidate))
                arguments[parameter.Ordinal] = wanted;
            else if (!SymbolEqualityComparer.Default.Equals(implemented[0].TypeArguments[i], wanted))
                return null;
        }

        if (arguments.Any(argument => argument is null))
            return null;
        return arguments.Length == 0 ? candidate : candidate.Construct(arguments!);
    }

    private static ILookup<ISymbol, INamedTypeSymbol> Collect(Compilation compilation)
    {
        var classes = new List<INamedTypeSymbol>();
        var open = new Stack<INamespaceOrTypeSymbol>();
        open.Push(compilation.Assembly.GlobalNamespace);
        while (open.Count > 0)
        {
            foreach (var member in open.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
                if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } type)
                    classes.Add(type);
            }
        }

        return classes
            .SelectMany(type => type.AllInterfaces.Select(implemented => (Interface: implemented.OriginalDefinition, Class: type)))
            .ToLookup(ISymbol (pair) => pair.Interface, pair => pair.Class, SymbolEqualityComparer.Default);
    }
}
