using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Follows a context's configuration, statement by statement, and notes in a <see cref="ContextDraft"/> what it does.</summary>
internal sealed class FluentInterpreter(SourceIndex source, Configurations configurations, ContextDraft context, CancellationToken cancellationToken)
{
    /// <summary>Calls and lambdas nested deeper than this aren't followed.</summary>
    private const int MaximumDepth = 32;

    /// <summary>Statements after which a configuration counts as not understood: recursive helpers would go on for ever.</summary>
    private int _budget = 200_000;

    public ContextDraft Context => context;

    public SourceIndex Source => source;

    public Configurations Configurations => configurations;

    /// <summary>Runs statements; returns the value of the last.</summary>
    public FluentValue? Run(IReadOnlyList<FluentStep> steps, FluentScope scope)
    {
        FluentValue? last = null;
        var conditional = scope.IsConditional;
        foreach (var step in steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (--_budget < 0 || scope.Depth > MaximumDepth)
            {
                context.NotUnderstood(null, $"{scope.EnclosingType.Identifier.ValueText} configures the model in more steps than are followed");
                return null;
            }
            scope.IsConditional = conditional || step.IsConditional;
            last = Run(step, scope);
        }
        scope.IsConditional = conditional;
        return last;
    }

    /// <summary>Runs a method of this compilation with builders for arguments.</summary>
    public FluentValue? Run(
        FluentMethod method, FluentThis? self, IReadOnlyList<FluentExpression> arguments, IReadOnlyList<FluentValue?> values,
        IReadOnlyDictionary<string, INamedTypeSymbol> typeArguments, int depth, bool isConditional)
    {
        var names = typeArguments.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        for (var i = 0; i < method.Parameters.Count && i < values.Count; i++)
        {
            if (values[i]?.Entity is { } entity && method.Parameters[i].TypeArgument is IdentifierNameSyntax argument && method.TypeParameters.Contains(argument.Identifier.ValueText))
                names[argument.Identifier.ValueText] = entity.Symbol;
        }
        var scope = new FluentScope(method, self, names, depth, isConditional);
        for (var i = 0; i < method.Parameters.Count; i++)
        {
            if (i < values.Count && values[i] is { } value)
                scope.Set(method.Parameters[i].Name, value);
            else if (i < arguments.Count)
                scope.SetConstant(method.Parameters[i].Name, arguments[i]);
        }
        return Run(method.Steps, scope);
    }

    /// <summary>Runs a lambda that configures <paramref name="value"/>.</summary>
    public FluentValue? Run(FluentLambda lambda, FluentValue value, FluentScope scope)
    {
        var inner = scope.Child();
        if (lambda.Parameters is [var parameter, ..])
            inner.Set(parameter, value);
        return Run(lambda.Steps, inner);
    }

    public FluentValue? Evaluate(FluentExpression expression, FluentScope scope)
    {
        switch (expression)
        {
            case FluentChain chain:
                return Evaluate(chain, scope);
            case FluentOpaque opaque:
                foreach (var name in opaque.Mentions)
                {
                    if (scope.Find(name) is { } value)
                        NotUnderstood(value, $"{Place(scope)} uses its builder in a way that can't be followed");
                }
                return null;
            case FluentLambda lambda:
                // A delegate: whoever gets it may call it.
                var inner = scope.Child();
                inner.IsConditional = true;
                Run(lambda.Steps, inner);
                return null;
            default:
                return null;
        }
    }

    /// <summary>The type that a name means here, or null.</summary>
    public INamedTypeSymbol? Resolve(TypeSyntax name, FluentScope scope)
    {
        if (name is NullableTypeSyntax nullable)
            name = nullable.ElementType;
        if (name is not IdentifierNameSyntax { Identifier.ValueText: var simple })
            return source.Bind(name, scope.EnclosingType);
        if (scope.TypeArguments.TryGetValue(simple, out var argument))
            return argument;
        var known = context.FindByName(simple);
        var declared = source.Named(simple).Select(type => type.MetadataName).Distinct().Take(2).ToList();
        switch (declared)
        {
            case [] when known is not null:
                return known;
            case [_] when source.SymbolOf(source.Named(simple)[0]) is { } only && (known is null || SymbolEqualityComparer.Default.Equals(known, only)):
                return only;
            default:
                return source.Bind(name, scope.EnclosingType);
        }
    }

    /// <summary>What a <c>new T(…)</c>, a lambda or a constant passed by name stands for.</summary>
    public static FluentExpression Resolved(FluentExpression expression, FluentScope scope) =>
        expression is FluentChain { Root: FluentRoot.Name, Calls.Count: 0 } name && scope.FindConstant(name.Name) is { } value ? value : expression;

    /// <summary>Handles a call that isn't EF Core's own: a helper of this compilation is followed, any other isn't understood.</summary>
    public FluentValue? Unknown(FluentValue receiver, FluentCall call, FluentScope scope)
    {
        var values = new List<FluentValue?> { receiver };
        foreach (var argument in call.Arguments)
            values.Add(Evaluate(argument, scope));
        FluentExpression[] arguments = [new FluentOpaque([]), .. call.Arguments];
        var followed = Follow(source.Extensions(call.Name), null, arguments, values, call, scope, out var result);
        if (followed)
            return result ?? receiver;
        NotUnderstood(receiver, $"{Place(scope)} calls {call.Name}, whose source isn't visible");
        return receiver;
    }

    /// <summary>Notes that what happens to <paramref name="value"/> isn't known.</summary>
    public void NotUnderstood(FluentValue value, string reason)
    {
        if (value.Kind != FluentValueKind.Elsewhere)
            context.NotUnderstood(value.Entity, reason, KindOf(value));
    }

    private static ProblemKind KindOf(FluentValue value) => value.Kind switch
    {
        FluentValueKind.Property or FluentValueKind.Index or FluentValueKind.Key or FluentValueKind.Relationship => ProblemKind.Detail,
        FluentValueKind.Conventions or FluentValueKind.ConventionSet or FluentValueKind.ConventionProperties => ProblemKind.Structure,
        _ => ProblemKind.Code,
    };

    /// <summary>The class whose method is being followed, for messages.</summary>
    public static string Place(FluentScope scope) => scope.EnclosingType.Identifier.ValueText;

    /// <summary>Runs every method of <paramref name="candidates"/> that can take these arguments.</summary>
    public bool Follow(
        IEnumerable<FluentMethod> candidates, FluentThis? self, IReadOnlyList<FluentExpression> arguments, IReadOnlyList<FluentValue?> values,
        FluentCall call, FluentScope scope, out FluentValue? result)
    {
        result = null;
        var fitting = candidates.Where(method => method.HasBody && Fits(method, values)).ToList();
        var exact = fitting.Where(method => method.Parameters.Count == values.Count).ToList();
        if (exact.Count > 0)
            fitting = exact;
        foreach (var method in fitting)
        {
            var typeArguments = self is null ? [] : TypeArgumentsOf(self.Type);
            for (var i = 0; i < method.TypeParameters.Count && i < call.TypeArguments.Count; i++)
            {
                if (Resolve(call.TypeArguments[i], scope) is { } argument)
                    typeArguments[method.TypeParameters[i]] = argument;
            }
            var returned = Run(method, self, arguments, values, typeArguments, scope.Depth + 1, scope.IsConditional || fitting.Count > 1);
            result ??= returned;
        }
        return fitting.Count > 0;
    }

    /// <summary>What the type parameters of a class stand for in this construction of it.</summary>
    public static Dictionary<string, INamedTypeSymbol> TypeArgumentsOf(INamedTypeSymbol type)
    {
        var arguments = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        for (var i = 0; i < type.TypeParameters.Length && i < type.TypeArguments.Length; i++)
        {
            if (type.TypeArguments[i] is INamedTypeSymbol argument)
                arguments[type.TypeParameters[i].Name] = argument;
        }
        return arguments;
    }

    private FluentValue? Run(FluentStep step, FluentScope scope)
    {
        var value = Evaluate(step.Expression, scope);
        if (step.IsLoop)
        {
            var inner = scope.Child();
            inner.IsConditional = true;
            if (value is not null && step.Variable is { } element)
                inner.Set(element, value);
            Run(step.Body, inner);
            return null;
        }
        if (step.Variable is not { } variable)
            return value;
        if (value is null)
        {
            scope.SetConstant(variable, step.Expression);
            return null;
        }
        if (step.IsAssignment && variable != "_" && scope.Find(variable) is null)
            NotUnderstood(value, $"{Place(scope)} keeps its builder in {variable}, where it can't be followed");
        scope.Set(variable, value);
        return value;
    }

    private FluentValue? Evaluate(FluentChain chain, FluentScope scope)
    {
        var value = chain.Root == FluentRoot.Name ? scope.Find(chain.Name) : null;
        for (var i = 0; i < chain.Calls.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            value = value is null ? ForeignCalls.Apply(this, chain, i, scope) : BuilderCalls.Apply(this, value, chain.Calls[i], scope);
        }
        if (chain.Root is FluentRoot.New or FluentRoot.Other)
        {
            foreach (var argument in chain.Arguments)
            {
                if (Evaluate(argument, scope) is { } handed)
                    NotUnderstood(handed, $"{Place(scope)} hands its builder to {chain.Type}, where it can't be followed");
            }
        }
        return value;
    }

    private static bool Fits(FluentMethod method, IReadOnlyList<FluentValue?> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (i >= method.Parameters.Count)
                return values[i] is null;
            if (values[i] is { } value && !Takes(method.Parameters[i].TypeName, value))
                return false;
        }
        return true;
    }

    private static bool Takes(string type, FluentValue value) => value.Kind switch
    {
        FluentValueKind.Model => type is BuilderTypes.Model,
        FluentValueKind.Conventions => type is BuilderTypes.Conventions,
        FluentValueKind.Entity or FluentValueKind.AnyEntity => type is BuilderTypes.Entity,
        _ => BuilderTypes.Contains(type) && type is not (BuilderTypes.Model or BuilderTypes.Conventions or BuilderTypes.Entity),
    };
}
