using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Calls that configure a relationship: <c>HasOne(…).WithMany(…).HasForeignKey(…)</c>.</summary>
internal static class RelationshipCalls
{
    /// <summary><c>HasOne</c> or <c>HasMany</c>, in every overload.</summary>
    public static FluentValue? Start(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        var entity = value.Entity!;
        var navigation = BuilderCalls.Columns(call.Arguments.Where(argument => argument is not FluentTypeOf).Take(1), scope) is [var name] ? name : null;
        var type = call.TypeArguments is [var argument, ..] ? interpreter.Resolve(argument, scope)
            : call.Arguments is [FluentTypeOf { Type: var typeName }, ..] ? interpreter.Resolve(typeName, scope)
            : navigation is not null && EntityCalls.MemberNamed(entity.Symbol, navigation) is { } member ? MemberTypes.TargetOf(member.Type)
            : null;
        if (type is null && navigation is not null)
            // HasOne("Namespace.Type") names the entity rather than a navigation.
            (type, navigation) = (interpreter.Source.Compilation.GetTypeByMetadataName(navigation), null);
        if (type is not { TypeKind: TypeKind.Class })
        {
            interpreter.NotUnderstood(value, $"{FluentInterpreter.Place(scope)} relates {entity.Name} to a type that can't be told");
            return new FluentValue(FluentValueKind.Elsewhere);
        }
        var target = interpreter.Context.Add(type);
        return value with
        {
            Kind = FluentValueKind.Relationship,
            Relationship = new RelationshipDraft(entity, navigation, target, call.Name == "HasMany"),
        };
    }

    public static FluentValue? Apply(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        var relationship = value.Relationship!;
        switch (call.Name)
        {
            case "WithOne" or "WithMany":
                With(interpreter, relationship, call, scope);
                return value;
            case "HasForeignKey":
                ForeignKey(interpreter, value, call, scope);
                return value;
            case "HasPrincipalKey":
                PrincipalKey(interpreter, value, call, scope);
                return value;
            case "UsingEntity":
                UsingEntity(interpreter, relationship, call, scope);
                return new FluentValue(FluentValueKind.Elsewhere);
            case "IsRequired":
                relationship.IsRequired = call.Arguments is not [FluentFlags { Values: [false] }];
                return value;
            case "Metadata" when call.IsProperty:
                return value with { Kind = FluentValueKind.Metadata };
            default:
                return HarmlessCalls.Property.Contains(call.Name) ? value : interpreter.Unknown(value, call, scope);
        }
    }

    private static void With(FluentInterpreter interpreter, RelationshipDraft relationship, FluentCall call, FluentScope scope)
    {
        relationship.TargetIsCollection = call.Name == "WithMany";
        relationship.TargetNavigation = BuilderCalls.Columns(call.Arguments.Take(1), scope) is [var name] ? name : null;
        interpreter.Context.Relationships.Add(relationship);
        if (!scope.IsConditional)
            return;
        foreach (var entity in new[] { relationship.Source, relationship.Target })
            interpreter.Context.NotUnderstood(entity, $"a relationship of {entity.Name} depends on a condition");
    }

    private static void ForeignKey(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        var relationship = value.Relationship!;
        var (end, columns) = EndAndColumns(interpreter, relationship, call, scope);
        if (columns is null)
        {
            NotTold(interpreter, relationship);
            return;
        }
        relationship.ExplicitDependent = end ?? relationship.ExplicitDependent;
        relationship.ForeignKey = columns;
    }

    private static void PrincipalKey(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        var relationship = value.Relationship!;
        var (end, columns) = EndAndColumns(interpreter, relationship, call, scope);
        if (columns is null)
        {
            NotTold(interpreter, relationship);
            return;
        }
        relationship.PrincipalKey = columns;
        if (end is not null && relationship.Source != relationship.Target)
            relationship.ExplicitDependent ??= end == relationship.Source ? relationship.Target : relationship.Source;
    }

    /// <summary>A one-to-one relationship says which end is meant by a type, given as type argument, <c>typeof</c> or name.</summary>
    private static (EntityDraft? End, IReadOnlyList<string>? Columns) EndAndColumns(
        FluentInterpreter interpreter, RelationshipDraft relationship, FluentCall call, FluentScope scope)
    {
        var arguments = call.Arguments.AsEnumerable();
        INamedTypeSymbol? type = null;
        if (call.TypeArguments is [var argument, ..])
        {
            type = interpreter.Resolve(argument, scope);
        }
        else if (call.Arguments is [FluentTypeOf { Type: var name }, ..])
        {
            type = interpreter.Resolve(name, scope);
            arguments = arguments.Skip(1);
        }
        else if (relationship.IsOneToOne && call.Arguments is [FluentText { Values: [var text], IsArray: false }, _, ..])
        {
            type = relationship.Source.Name == text || SourceIndex.MetadataName(relationship.Source.Symbol) == text ? relationship.Source.Symbol : relationship.Target.Symbol;
            arguments = arguments.Skip(1);
        }
        var end = type is null ? null
            : SymbolEqualityComparer.Default.Equals(type, relationship.Source.Symbol) ? relationship.Source
            : SymbolEqualityComparer.Default.Equals(type, relationship.Target.Symbol) ? relationship.Target
            : null;
        return (end, BuilderCalls.Columns(arguments, scope));
    }

    private static void NotTold(FluentInterpreter interpreter, RelationshipDraft relationship)
    {
        foreach (var entity in new[] { relationship.Source, relationship.Target })
            interpreter.Context.NotUnderstood(entity, $"the key columns of the relationship between {relationship.Source.Name} and {relationship.Target.Name} can't be told");
    }

    private static void UsingEntity(FluentInterpreter interpreter, RelationshipDraft relationship, FluentCall call, FluentScope scope)
    {
        var type = call.TypeArguments is [var argument] ? interpreter.Resolve(argument, scope)
            : call.Arguments is [FluentTypeOf { Type: var name }, ..] ? interpreter.Resolve(name, scope)
            : null;
        var value = new FluentValue(FluentValueKind.Elsewhere);
        if (type is not null && MemberTypes.IsEntityClass(type))
        {
            relationship.Join = interpreter.Context.Add(type);
            value = new FluentValue(FluentValueKind.Entity, relationship.Join);
        }
        foreach (var configure in call.Arguments.OfType<FluentLambda>())
            interpreter.Run(configure, value, scope);
    }
}
