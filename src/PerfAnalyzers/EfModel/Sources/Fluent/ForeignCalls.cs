using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Calls on something that is no builder: they matter where a builder is among the arguments.</summary>
internal static class ForeignCalls
{
    /// <summary>Evaluates link <paramref name="i"/> of a chain that is no builder so far.</summary>
    public static FluentValue? Apply(FluentInterpreter interpreter, FluentChain chain, int i, FluentScope scope)
    {
        var call = chain.Calls[i];
        if (call.IsProperty)
            return null;
        var values = call.Arguments.Select(argument => interpreter.Evaluate(argument, scope)).ToList();
        if (!values.Any(value => value is not null))
            return null;
        if (chain.Root == FluentRoot.Base && i == 0)
            return BaseCall(interpreter, call, values, scope);
        // SqlServerIndexBuilderExtensions.IncludeProperties(builder, …): where two providers are in sight, it can't be written otherwise.
        if (i == 0 && chain.Root == FluentRoot.Name && values[0] is { } builder && chain.Name.EndsWith("BuilderExtensions", StringComparison.Ordinal)
            && interpreter.Source.Named(chain.Name).Count == 0)
        {
            return BuilderCalls.Apply(interpreter, builder, call with { Arguments = [.. call.Arguments.Skip(1)], Receiver = null, Invocation = null }, scope);
        }
        var (methods, self) = Candidates(interpreter, chain, i, call, scope);
        if (interpreter.Follow(methods, self, call.Arguments, values, call, scope, out var result))
            return result;
        // A partial method that nobody implements does nothing: every scaffolded context calls one.
        if (chain.Root == FluentRoot.This && OwnMethods(interpreter.Source, scope.Owner, call.Name).Any(method => !method.HasBody))
            return null;
        if (chain.Root == FluentRoot.Name && Guards.Contains(Receiver(chain, i), call.Name))
            return null;
        foreach (var value in values)
        {
            if (value is not null)
                interpreter.NotUnderstood(value, $"{FluentInterpreter.Place(scope)} hands its builder to {call.Name}, whose source isn't visible");
        }
        return null;
    }

    private static (IEnumerable<FluentMethod> Methods, FluentThis? This) Candidates(FluentInterpreter interpreter, FluentChain chain, int i, FluentCall call, FluentScope scope)
    {
        var source = interpreter.Source;
        switch (chain.Root)
        {
            case FluentRoot.This when i == 0:
                if (scope.This is { } self)
                {
                    return Inherited(source, self.Runtime, call.Name) is var (found, declaring)
                        ? (found, new FluentThis(declaring, self.Runtime))
                        : (OwnMethods(source, scope.Owner, call.Name), self);
                }
                return (StaticMethods(source, source.Compilation.Assembly.GetTypeByMetadataName(scope.Owner), call.Name), null);
            case FluentRoot.New when i == 0 && chain.Type is { } name && interpreter.Resolve(name, scope) is { } created:
                return OfInstance(source, created, call.Name);
            case FluentRoot.Name:
                var receiver = Receiver(chain, i);
                if (i == 0 && scope.FindConstant(receiver) is FluentChain { Root: FluentRoot.New, Type: { } made } && interpreter.Resolve(made, scope) is { } instance)
                    return OfInstance(source, instance, call.Name);
                return (source.Named(receiver).Select(source.SymbolOf).Distinct(SymbolEqualityComparer.Default).SelectMany(type => StaticMethods(source, (INamedTypeSymbol?)type, call.Name)), null);
            default:
                return ([], null);
        }
    }

    /// <summary>The name that link <paramref name="i"/> of a chain is called on.</summary>
    private static string Receiver(FluentChain chain, int i) => i == 0 ? chain.Name : chain.Calls[i - 1] is { IsProperty: true } property ? property.Name : "";

    private static IEnumerable<FluentMethod> StaticMethods(SourceIndex source, INamedTypeSymbol? type, string name) =>
        type is not null && Inherited(source, type, name) is var (methods, _) ? methods : [];

    private static (IEnumerable<FluentMethod> Methods, FluentThis? This) OfInstance(SourceIndex source, INamedTypeSymbol type, string name) =>
        Inherited(source, type, name) is var (methods, declaring) ? (methods, new FluentThis(declaring, type)) : ([], null);

    private static IEnumerable<FluentMethod> OwnMethods(SourceIndex source, string owner, string name) =>
        source.Named(owner.Substring(owner.LastIndexOfAny(['.', '+']) + 1).Split('`')[0])
            .Where(type => type.MetadataName == owner)
            .SelectMany(type => type.Methods)
            .Where(method => method.Name == name);

    /// <summary>The methods of that name in the nearest class that declares any.</summary>
    internal static (IEnumerable<FluentMethod> Methods, INamedTypeSymbol Type)? Inherited(SourceIndex source, INamedTypeSymbol type, string name)
    {
        foreach (var current in EntityAttributes.SelfAndBases(type))
        {
            var methods = source.MethodsOf(current, name).Where(method => method.HasBody).ToList();
            if (methods.Count > 0)
                return (methods, current);
        }
        return null;
    }

    private static FluentValue? BaseCall(FluentInterpreter interpreter, FluentCall call, List<FluentValue?> values, FluentScope scope)
    {
        var source = interpreter.Source;
        if (scope.This is not { Type.BaseType: { } parent, Runtime: var runtime })
            return null;
        if (Inherited(source, parent, call.Name) is var (methods, type))
        {
            interpreter.Follow(methods, new FluentThis(type, runtime), call.Arguments, values, call, scope, out var result);
            return result;
        }
        if (call.Name is "OnModelCreating" or "ConfigureConventions" && values is [{ } model])
        {
            MetadataContexts.Apply(interpreter.Context, parent, call.Name);
            return model;
        }
        foreach (var value in values)
        {
            if (value is not null && !IsAbstractHere(source, parent, call.Name))
                interpreter.NotUnderstood(value, $"{FluentInterpreter.Place(scope)} calls base.{call.Name}, whose source isn't visible");
        }
        return null;
    }

    private static bool IsAbstractHere(SourceIndex source, INamedTypeSymbol type, string name) =>
        EntityAttributes.SelfAndBases(type).Any(current => source.MethodsOf(current, name).Any());
}
