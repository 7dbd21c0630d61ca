using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Hands a call on a builder to those who know that builder.</summary>
internal static class BuilderCalls
{
    /// <summary>A name that no source can have, for the builder that a method given by name gets.</summary>
    private const string Handed = "<builder>";

    /// <summary>Applies a call; the result is null where it is no builder.</summary>
    public static FluentValue? Apply(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope) => value.Kind switch
    {
        FluentValueKind.Model => ModelCalls.Apply(interpreter, value, call, scope),
        FluentValueKind.Entity => EntityCalls.Apply(interpreter, value, call, scope),
        FluentValueKind.Part => PartCalls.Apply(interpreter, value, call, scope),
        FluentValueKind.AnyEntity => LoopCalls.Apply(interpreter, value, call, scope),
        FluentValueKind.Property or FluentValueKind.Key => Property(interpreter, value, call, scope),
        FluentValueKind.Index => IndexCalls.Apply(interpreter, value, call, scope),
        FluentValueKind.Relationship => RelationshipCalls.Apply(interpreter, value, call, scope),
        FluentValueKind.Metadata => Metadata(interpreter, value, call, scope),
        FluentValueKind.Conventions or FluentValueKind.ConventionSet or FluentValueKind.ConventionProperties => ConventionCalls.Apply(interpreter, value, call, scope),
        _ => value,
    };

    /// <summary>The columns that lambdas or strings name, in order, or null where that can't be told.</summary>
    public static IReadOnlyList<string>? Columns(IEnumerable<FluentExpression> arguments, FluentScope scope)
    {
        var columns = new List<string>();
        foreach (var argument in arguments)
        {
            switch (FluentInterpreter.Resolved(argument, scope))
            {
                case FluentLambda { Members: { Count: > 0 } } lambda:
                    columns.AddRange(lambda.Members);
                    break;
                case FluentText text:
                    columns.AddRange(text.Values);
                    break;
                default:
                    return null;
            }
        }
        return columns.Count == 0 ? null : columns;
    }

    /// <summary>The last lambda among the arguments that configures rather than selects.</summary>
    public static FluentLambda? Configuration(FluentCall call) =>
        call.Arguments.Count > 0 && call.Arguments[call.Arguments.Count - 1] is FluentLambda { Members: null } lambda ? lambda : null;

    /// <summary>Runs what configures <paramref name="value"/>: a lambda, or a method of this compilation given by name.</summary>
    public static void Configure(FluentInterpreter interpreter, FluentExpression configuration, FluentValue value, FluentScope scope)
    {
        switch (FluentInterpreter.Resolved(configuration, scope))
        {
            case FluentLambda lambda:
                interpreter.Run(lambda, value, scope);
                break;
            case FluentChain { Root: not FluentRoot.New } method:
                var inner = scope.Child();
                inner.Set(Handed, value);
                var name = method.Calls.Count == 0 ? method.Name : method.Calls[method.Calls.Count - 1].Name;
                FluentCall call = new(name, [], [new FluentChain(FluentRoot.Name, Handed, [])], IsProperty: false);
                interpreter.Evaluate(
                    method.Calls.Count == 0 ? new FluentChain(FluentRoot.This, "", [call]) : method with { Calls = [.. method.Calls.Take(method.Calls.Count - 1), call] },
                    inner);
                break;
            default:
                interpreter.NotUnderstood(value, $"{FluentInterpreter.Place(scope)} configures {value.Entity?.Name ?? "an entity"} by a delegate that can't be told");
                break;
        }
    }

    private static FluentValue? Property(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        if (call is { Name: "Metadata", IsProperty: true })
            return value with { Kind = FluentValueKind.Metadata };
        StorageCalls.Apply(interpreter, value, call, scope);
        foreach (var property in value.Properties)
        {
            if (call.Name == "HasColumnName" && call.Arguments is [var argument, ..] && FluentInterpreter.Resolved(argument, scope) is FluentText { Values: [var column] })
                value.Entity!.ColumnNames[property] = column;
            else if (call.Name == "IsRequired")
                value.Entity!.Required[property] = call.Arguments is not [FluentFlags { Values: [false] }];
        }
        return HarmlessCalls.Property.Contains(call.Name) ? value : interpreter.Unknown(value, call, scope);
    }

    private static FluentValue? Metadata(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        if (call is { Name: "ForEach", Arguments: [FluentLambda body] })
        {
            interpreter.Run(body, value, scope);
            return null;
        }
        StorageCalls.Apply(interpreter, value, call, scope);
        // A type or a name is no way back into the model.
        if (call.Name is "ClrType" or "Name" or "GetTableName" or "GetSchema" or "GetColumnName" or "DisplayName" or "ShortName")
            return null;
        if (call is { Name: "SetQueryFilter", Arguments: [var filter, ..] } && value.Entity is null)
            return LoopCalls.QueryFilter(interpreter, value, [filter], call, scope);
        return HarmlessCalls.Metadata.Contains(call.Name) ? value : interpreter.Unknown(value, call, scope);
    }
}
