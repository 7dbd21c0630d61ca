using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace PerfAssert.Analyzers.Baselines;

/// <summary>The perf tests that a class runs, its inherited ones included, and what they are called in a baseline.</summary>
internal static class PerfTests
{
    /// <summary>The class's name with namespace and outer classes (+), as reflection has it.</summary>
    public static string NameOf(INamedTypeSymbol type)
    {
        var name = new StringBuilder(type.MetadataName);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name.Insert(0, outer.MetadataName + "+");
        // Not ToDisplayString, which writes @event where a namespace is named like a keyword.
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            name.Insert(0, space.MetadataName + ".");
        return name.ToString();
    }

    /// <summary>Whether xunit creates the class and runs its tests: a base class's run in the classes derived from it.</summary>
    public static bool CanRun(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.Arity > 0)
                return false;
        }

        return type.TypeKind == TypeKind.Class && (type.IsStatic || !type.IsAbstract);
    }

    /// <summary>Whether some base class can't be found: it may have tests that nobody sees until the code compiles.</summary>
    public static bool HasUnknownBase(INamedTypeSymbol type)
    {
        for (var candidate = type.BaseType; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.TypeKind == TypeKind.Error)
                return true;
        }

        return false;
    }

    /// <summary>Every perf test of the class and its base classes. An override is a test if what it overrides is.</summary>
    public static ImmutableDictionary<string, (IMethodSymbol Method, AttributeData Attribute)> Of(INamedTypeSymbol type, PerfAttributes attributes)
    {
        var tests = ImmutableDictionary.CreateBuilder<string, (IMethodSymbol, AttributeData)>(StringComparer.Ordinal);
        for (var declaring = type; declaring is { SpecialType: not SpecialType.System_Object }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && !tests.ContainsKey(method.Name) && attributes.Of(method) is { } attribute)
                    tests.Add(method.Name, (method, attribute));
            }
        }

        return tests.ToImmutable();
    }

    /// <summary>Whether the class runs a load test of that name, its own or an inherited one.</summary>
    public static bool HasLoadTest(INamedTypeSymbol type, string name)
    {
        for (var declaring = type; declaring is { SpecialType: not SpecialType.System_Object }; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers(name).Any(member => member is IMethodSymbol method && PerfAttributes.IsLoadTest(method)))
                return true;
        }

        return false;
    }
}
