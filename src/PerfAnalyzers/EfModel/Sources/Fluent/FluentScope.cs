using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>The names that are known while a method, or a lambda in it, is followed.</summary>
internal sealed class FluentScope
{
    private readonly FluentScope? _outer;
    private readonly Dictionary<string, FluentValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FluentExpression> _constants = new(StringComparer.Ordinal);

    public FluentScope(FluentMethod method, FluentThis? self, IReadOnlyDictionary<string, INamedTypeSymbol> typeArguments, int depth, bool isConditional)
    {
        Owner = method.Owner;
        EnclosingType = method.EnclosingType;
        This = self;
        TypeArguments = typeArguments;
        Depth = depth;
        IsConditional = isConditional;
    }

    private FluentScope(FluentScope outer)
    {
        _outer = outer;
        Owner = outer.Owner;
        EnclosingType = outer.EnclosingType;
        This = outer.This;
        TypeArguments = outer.TypeArguments;
        Depth = outer.Depth + 1;
        IsConditional = outer.IsConditional;
    }

    /// <summary>The metadata name of the type whose method this is.</summary>
    public string Owner { get; }

    /// <summary>Where names are looked up.</summary>
    public TypeDeclarationSyntax EnclosingType { get; }

    /// <summary>What <c>this</c> is, or null in a static method.</summary>
    public FluentThis? This { get; }

    /// <summary>What the type parameters stand for.</summary>
    public IReadOnlyDictionary<string, INamedTypeSymbol> TypeArguments { get; }

    /// <summary>How many calls and lambdas deep.</summary>
    public int Depth { get; }

    /// <summary>True while what is evaluated need not run.</summary>
    public bool IsConditional { get; set; }

    /// <summary>The scope of a lambda or a loop.</summary>
    public FluentScope Child() => new(this);

    public FluentValue? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._values.TryGetValue(name, out var value))
                return value;
        }
        return null;
    }

    public FluentExpression? FindConstant(string name)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._constants.TryGetValue(name, out var value))
                return value;
        }
        return null;
    }

    public void Set(string name, FluentValue value) => _values[name] = value;

    public void SetConstant(string name, FluentExpression value) => _constants[name] = value;
}
