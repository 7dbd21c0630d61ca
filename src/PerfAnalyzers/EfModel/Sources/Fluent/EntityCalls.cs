using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Calls on <c>EntityTypeBuilder</c>.</summary>
internal static class EntityCalls
{
    public static FluentValue? Apply(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        var entity = value.Entity!;
        NoteSite(entity, call, scope);
        switch (call.Name)
        {
            case "HasIndex":
                return Index(interpreter, value, call, scope);
            case "HasKey":
                Key(interpreter, entity, call, scope);
                return value with { Kind = FluentValueKind.Key };
            case "HasAlternateKey":
                if (BuilderCalls.Columns(call.Arguments, scope) is { } alternate)
                    entity.AlternateKeys.Add(alternate);
                else
                    interpreter.NotUnderstood(value, $"{entity.Name} has a key whose columns can't be told");
                return value with { Kind = FluentValueKind.Key };
            case "HasNoKey":
                entity.IsKeyless = true;
                entity.NoTable ??= $"{entity.Name} has no key, so it may be a view or the result of a query";
                return value;
            case "ToView" or "ToSqlQuery" or "ToFunction" or "ToJson" or "SplitToView":
                entity.NoTable ??= $"{entity.Name} is not stored in a table of its own ({call.Name})";
                return value;
            case "SplitToTable":
                interpreter.Context.NotUnderstood(entity, $"{entity.Name} is split over several tables");
                return value;
            case "ToTable":
                Table(interpreter, value, call, scope);
                return value;
            case "Property" or "PrimitiveCollection" or "IndexerProperty":
                var properties = BuilderCalls.Columns(Names(call), scope) ?? [];
                entity.Properties.UnionWith(properties);
                return Configured(interpreter, value with { Properties = properties }, FluentValueKind.Property, call, scope);
            case "Ignore":
                Ignore(interpreter, value, call, scope);
                return value;
            case "OwnsOne" or "OwnsMany" or "ComplexProperty" or "ComplexCollection":
                return PartCalls.Start(interpreter, value, call, scope);
            case "HasOne" or "HasMany":
                return RelationshipCalls.Start(interpreter, value, call, scope);
            case "Navigation":
                return Configured(interpreter, value, FluentValueKind.Property, call, scope);
            case "HasQueryFilter":
                QueryFilter(interpreter, value, call, scope);
                return value;
            case "HasData":
                entity.IsSmall = true;
                return new FluentValue(FluentValueKind.Elsewhere);
            case "HasBaseType":
                // The nearest base class that is an entity is the base type anyway.
                if (ModelCalls.TypeOf(interpreter, call, scope) is not { } named || !SymbolEqualityComparer.Default.Equals(entity.Symbol.BaseType, named))
                    interpreter.NotUnderstood(value, $"{entity.Name} has a base type set by code");
                else
                    interpreter.Context.Add(named);
                return value;
            case "HasDiscriminator":
                entity.Discriminator = BuilderCalls.Columns(call.Arguments, scope) is [var discriminator] ? discriminator : entity.Discriminator;
                entity.Properties.Add(entity.Discriminator);
                entity.HasDiscriminator = true;
                return new FluentValue(FluentValueKind.Elsewhere);
            case "UseTphMappingStrategy":
                entity.Mapping = HierarchyMapping.Tph;
                return value;
            case "UseTptMappingStrategy":
                entity.Mapping = HierarchyMapping.Tpt;
                return value;
            case "UseTpcMappingStrategy":
                entity.Mapping = HierarchyMapping.Tpc;
                return value;
            case "Metadata" when call.IsProperty:
                return value with { Kind = FluentValueKind.Metadata };
            default:
                return HarmlessCalls.Entity.Contains(call.Name) ? value : interpreter.Unknown(value, call, scope);
        }
    }

    /// <summary>
    /// Remembers where this entity is configured, for the code fix that adds an index there. A generic configuration or helper
    /// configures others as well, so it is no such place.
    /// </summary>
    private static void NoteSite(EntityDraft entity, FluentCall call, FluentScope scope)
    {
        if (scope.TypeArguments.Count > 0 || call.Receiver is not (IdentifierNameSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Entity" } }))
            return;

        entity.ConfigurationSite = call.Receiver;
        if (call.Name == "HasIndex")
            entity.IndexSite = call.Receiver;
    }

    private static FluentValue? Index(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        var arguments = call.Arguments;
        string? name = null;
        // HasIndex(lambda, "name") and HasIndex(new[] { … }, "name"): the name comes second, and only then.
        if (arguments is [var first, FluentText { Values: [var given], IsArray: false }] && FluentInterpreter.Resolved(first, scope) is FluentLambda or FluentText { IsArray: true })
            (arguments, name) = ([first], given);
        if (BuilderCalls.Columns(arguments, scope) is not { } columns)
        {
            interpreter.Context.NotUnderstood(value.Entity, $"{FluentInterpreter.Place(scope)} declares an index whose columns can't be told", ProblemKind.Detail);
            return new FluentValue(FluentValueKind.Elsewhere);
        }
        foreach (var column in columns)
        {
            // A name that is no member of the class is a shadow property; one with a dot lies in an owned or complex type.
            if (column.IndexOf('.') < 0 && !HasProperty(value.Entity!.Symbol, column))
                value.Entity!.Properties.Add(column);
        }
        var known = value.Entity!.Indexes.Count;
        var index = value.Entity.Index(columns, name);
        // Said once without a condition is enough.
        index.IsUncertain = scope.IsConditional && (index.IsUncertain || known < value.Entity.Indexes.Count);
        if (scope.TypeArguments.Count == 0)
            index.Site ??= call.Invocation;
        return value with { Kind = FluentValueKind.Index, Index = index };
    }

    private static void Key(FluentInterpreter interpreter, EntityDraft entity, FluentCall call, FluentScope scope)
    {
        if (BuilderCalls.Columns(call.Arguments, scope) is not { } columns)
        {
            interpreter.Context.NotUnderstood(entity, $"{entity.Name} has a key whose columns can't be told");
            return;
        }
        if (scope.IsConditional)
            interpreter.Context.NotUnderstood(entity, $"the key of {entity.Name} depends on a condition");
        entity.Key = columns;
        entity.IsKeyExplicit = true;
        foreach (var column in columns)
        {
            if (!HasProperty(entity.Symbol, column))
                entity.Properties.Add(column);
        }
    }

    private static void Table(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        var entity = value.Entity!;
        switch (call.Arguments)
        {
            case [FluentText { Values: [var name] }, ..]:
                entity.Table = name;
                entity.Schema = call.Arguments is [_, FluentText { Values: [var schema] }, ..] ? schema : entity.Schema;
                break;
            case [FluentOpaque { IsNull: true }, ..]:
                entity.NoTable ??= $"{entity.Name} is not stored in a table";
                break;
        }
        if (BuilderCalls.Configuration(call) is { } configure && configure.Steps.Any(step => step.Expression is FluentChain chain && chain.Calls.Any(link => link.Name == "ExcludeFromMigrations")))
            interpreter.Context.NotUnderstood(entity, $"the table of {entity.Name} is excluded from the migrations, so it may have indexes that the model doesn't know");
    }

    private static void Ignore(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        if (BuilderCalls.Columns(call.Arguments, scope) is not { } names || scope.IsConditional)
            interpreter.NotUnderstood(value, $"{FluentInterpreter.Place(scope)} ignores a member of {value.Entity!.Name} that can't be told");
        else
            value.Entity!.Ignored.UnionWith(names);
    }

    private static void QueryFilter(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        foreach (var argument in call.Arguments)
        {
            switch (FluentInterpreter.Resolved(argument, scope))
            {
                case FluentLambda lambda:
                    value.Entity!.QueryFilter.AddRange(lambda.Mentions);
                    break;
                case FluentText or FluentOpaque { IsNull: true }:
                    break;
                default:
                    interpreter.NotUnderstood(value, $"the query filter of {value.Entity!.Name} is built where it can't be followed");
                    break;
            }
        }
    }

    /// <summary>A builder, configured by the lambda that comes last, if any.</summary>
    private static FluentValue Configured(FluentInterpreter interpreter, FluentValue value, FluentValueKind kind, FluentCall call, FluentScope scope)
    {
        var inner = value with { Kind = kind };
        if (call.Arguments.Count < 2 || BuilderCalls.Configuration(call) is not { } configure)
            return inner;
        interpreter.Run(configure, inner, scope);
        return value;
    }

    /// <summary>The arguments that name members: all but a type and a configuration.</summary>
    internal static IEnumerable<FluentExpression> Names(FluentCall call) =>
        call.Arguments.Where(argument => argument is not (FluentTypeOf or FluentLambda { Members: null })).Take(1);

    private static bool HasProperty(INamedTypeSymbol type, string name) => MemberNamed(type, name) is not null;

    internal static IPropertySymbol? MemberNamed(INamedTypeSymbol type, string name)
    {
        foreach (var current in EntityAttributes.SelfAndBases(type))
        {
            foreach (var member in current.GetMembers(name))
            {
                if (member is IPropertySymbol property)
                    return property;
            }
        }
        return null;
    }
}
