using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Calls on <c>ModelBuilder</c>.</summary>
internal static class ModelCalls
{
    public static FluentValue? Apply(FluentInterpreter interpreter, FluentValue model, FluentCall call, FluentScope scope)
    {
        switch (call.Name)
        {
            case "Entity":
                return Entity(interpreter, model, call, scope);
            case "SharedTypeEntity":
                return new FluentValue(FluentValueKind.Elsewhere);
            case "Model":
                return new FluentValue(FluentValueKind.Metadata);
            case "ApplyConfiguration":
                ApplyConfiguration(interpreter, model, call, scope);
                return model;
            case "ApplyConfigurationsFromAssembly":
                ApplyAssembly(interpreter, call, scope);
                return model;
            case "Owned":
                if (TypeOf(interpreter, call, scope) is { } owned)
                    interpreter.Context.Embedded.Add(owned);
                return new FluentValue(FluentValueKind.Elsewhere);
            case "Ignore":
                if (TypeOf(interpreter, call, scope) is not { } ignored)
                    interpreter.NotUnderstood(model, $"{FluentInterpreter.Place(scope)} ignores a type that can't be told");
                else if (!scope.IsConditional)
                    interpreter.Context.Ignored.Add(ignored);
                return model;
            case "HasDefaultSchema" when call.Arguments is [var argument] && FluentInterpreter.Resolved(argument, scope) is FluentText { Values: [var schema] }:
                interpreter.Context.DefaultSchema = schema;
                return model;
            case "UseOpenIddict":
                interpreter.Context.Packages.Add("OpenIddict");
                return model;
            case "AddInboxStateEntity" or "AddOutboxMessageEntity" or "AddOutboxStateEntity" or "AddTransactionalOutboxEntities":
                interpreter.Context.Packages.Add("MassTransit");
                return model;
            default:
                if (StorageCalls.Read(call, scope) is { } storage)
                    StorageCalls.SayOfAll(interpreter, storage);
                return HarmlessCalls.Model.Contains(call.Name) ? model : interpreter.Unknown(model, call, scope);
        }
    }

    private static FluentValue Entity(FluentInterpreter interpreter, FluentValue model, FluentCall call, FluentScope scope)
    {
        var type = TypeOf(interpreter, call, scope);
        if (type is null && call.Arguments is [FluentText { Values: [var name] }, ..])
            type = interpreter.Source.Compilation.GetTypeByMetadataName(name);
        var value = type is { TypeKind: TypeKind.Class }
            ? new FluentValue(FluentValueKind.Entity, interpreter.Context.Add(type))
            : new FluentValue(FluentValueKind.AnyEntity);
        // A delegate from a variable configures an entity whose type is only inferred. A type from a variable looks the same.
        if (type is null && call.Arguments is [var only] && FluentInterpreter.Resolved(only, scope) is FluentChain { Root: FluentRoot.Name, Calls.Count: 0 })
            interpreter.NotUnderstood(model, $"{FluentInterpreter.Place(scope)} configures an entity by a variable that can't be told");
        var configure = call.TypeArguments.Count > 0 ? call.Arguments : call.Arguments is [FluentLambda] ? call.Arguments : call.Arguments.Skip(1);
        if (!configure.Any())
            return value;
        BuilderCalls.Configure(interpreter, configure.First(), value, scope);
        return model;
    }

    private static void ApplyConfiguration(FluentInterpreter interpreter, FluentValue model, FluentCall call, FluentScope scope)
    {
        var configuration = call.Arguments is [var argument] && FluentInterpreter.Resolved(argument, scope) is FluentChain { Calls.Count: 0 } chain
            ? chain.Root == FluentRoot.This ? scope.This?.Runtime
                : chain is { Root: FluentRoot.New, Type: { } name } ? interpreter.Resolve(name, scope)
                : null
            : null;
        if (configuration is not null)
        {
            Configurations.Apply(interpreter, configuration, scope.Depth, scope.IsConditional);
            return;
        }
        if (call.TypeArguments is [var entityName] && interpreter.Resolve(entityName, scope) is { } entity)
            interpreter.Context.NotUnderstood(interpreter.Context.Add(entity), $"{entity.Name} is configured by an object that can't be told");
        else
            interpreter.NotUnderstood(model, $"{FluentInterpreter.Place(scope)} applies a configuration that can't be told");
    }

    private static void ApplyAssembly(FluentInterpreter interpreter, FluentCall call, FluentScope scope)
    {
        if (call.Arguments.Count == 0 || !IsThisAssembly(interpreter, FluentInterpreter.Resolved(call.Arguments[0], scope), scope))
        {
            interpreter.Context.NotUnderstood(null, $"{FluentInterpreter.Place(scope)} applies the configurations of an assembly whose source isn't visible");
            return;
        }
        // With a condition, each configuration may or may not be applied.
        var conditional = scope.IsConditional || call.Arguments.Count > 1;
        foreach (var configuration in interpreter.Configurations.All)
            Configurations.Apply(interpreter, configuration, scope.Depth, conditional);
    }

    private static bool IsThisAssembly(FluentInterpreter interpreter, FluentExpression expression, FluentScope scope)
    {
        if (expression is not FluentChain { Calls: [.., { Name: "Assembly" or "GetExecutingAssembly" } last] } chain)
            return false;
        if (last.Name == "GetExecutingAssembly")
            return true;
        return chain.Root switch
        {
            FluentRoot.TypeOf => chain.Type is { } name && interpreter.Resolve(name, scope) is { } type
                && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, interpreter.Source.Compilation.Assembly),
            FluentRoot.This => chain.Calls[0].Name == "GetType",
            _ => false,
        };
    }

    /// <summary>The type given as a type argument or by <c>typeof</c>.</summary>
    internal static INamedTypeSymbol? TypeOf(FluentInterpreter interpreter, FluentCall call, FluentScope scope) =>
        call.TypeArguments is [var argument, ..] ? interpreter.Resolve(argument, scope)
            : call.Arguments is [FluentTypeOf { Type: var type }, ..] ? interpreter.Resolve(type, scope)
            : null;
}
