using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Calls that configure an owned or complex part of an entity.</summary>
internal static class PartCalls
{
    /// <summary><c>OwnsOne</c>, <c>OwnsMany</c>, <c>ComplexProperty</c> and <c>ComplexCollection</c>, in every overload.</summary>
    public static FluentValue? Start(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        var entity = value.Entity!;
        var inner = Part(interpreter, entity, call, scope) is { } part
            ? new FluentValue(FluentValueKind.Part, part.Draft) { Part = part }
            : new FluentValue(FluentValueKind.Elsewhere);
        if (BuilderCalls.Configuration(call) is not { } configure)
            return inner;
        interpreter.Run(configure, inner, scope);
        return value;
    }

    public static FluentValue? Apply(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        switch (call.Name)
        {
            case "ToJson" or "ToView" or "ToFunction" or "ToSqlQuery" or "SplitToTable" or "SplitToView":
                value.Part!.IsElsewhere = true;
                return value;
            case "ToTable":
                value.Entity!.Table = call.Arguments is [FluentText { Values: [var name] }, ..] ? name : value.Entity.Table;
                // A table that can't be told may be any.
                value.Part!.IsElsewhere |= call.Arguments is [not (FluentText or FluentLambda), ..];
                return value;
            case "WithOwner":
                value.Entity!.Ignored.UnionWith(BuilderCalls.Columns(call.Arguments.Take(1), scope) ?? []);
                return new FluentValue(FluentValueKind.Elsewhere);
            case "HasData":
                return new FluentValue(FluentValueKind.Elsewhere);
            case "HasDiscriminator":
                return new FluentValue(FluentValueKind.Elsewhere);
            default:
                return EntityCalls.Apply(interpreter, value, call, scope);
        }
    }

    private static PartDraft? Part(FluentInterpreter interpreter, EntityDraft entity, FluentCall call, FluentScope scope)
    {
        // OwnsOne("Shop.Address", "Head") names the type first.
        var names = call.Arguments is [FluentText, FluentText second, ..] ? [second] : EntityCalls.Names(call);
        if (BuilderCalls.Columns(names, scope) is not [var name])
        {
            interpreter.Context.NotUnderstood(entity, $"{FluentInterpreter.Place(scope)} embeds a part of {entity.Name} that can't be told");
            return null;
        }
        if (entity.Parts.TryGetValue(name, out var known))
            return known;
        if (EntityCalls.MemberNamed(entity.Symbol, name) is not { } member || MemberTypes.PartOf(member.Type) is not { } type)
        {
            interpreter.Context.NotUnderstood(entity, $"{FluentInterpreter.Place(scope)} embeds a part of {entity.Name} that can't be told");
            return null;
        }
        var kind = call.Name switch
        {
            "OwnsOne" => PartKind.Owned,
            "ComplexProperty" => PartKind.Complex,
            _ => PartKind.Collection,
        };
        // An owned type is owned wherever EF Core meets it by convention.
        if (call.Name is "OwnsOne" or "OwnsMany")
            interpreter.Context.Embedded.Add(type);
        var part = new PartDraft(kind, type, entity);
        entity.Parts.Add(name, part);
        if (scope.IsConditional)
            interpreter.Context.NotUnderstood(part.Draft, $"{name} is part of {entity.Name} on a condition");
        return part;
    }
}
