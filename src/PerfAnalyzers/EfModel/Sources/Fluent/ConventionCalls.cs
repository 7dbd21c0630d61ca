using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Calls on <c>ModelConfigurationBuilder</c>, in <c>ConfigureConventions</c>.</summary>
internal static class ConventionCalls
{
    public static FluentValue? Apply(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        if (value.Kind == FluentValueKind.ConventionSet)
            return Convention(interpreter, value, call, scope);
        if (value.Kind == FluentValueKind.ConventionProperties)
        {
            if (StorageCalls.Read(call, scope) is { } storage)
                StorageCalls.SayOfAll(interpreter, storage);
            return value;
        }
        var context = interpreter.Context;
        var type = call.TypeArguments is [var argument, ..] ? interpreter.Resolve(argument, scope)
            : call.Arguments is [FluentTypeOf { Type: var name }, ..] ? interpreter.Resolve(name, scope)
            : null;
        switch (call.Name)
        {
            case "Properties" or "DefaultTypeMapping":
                if (type is not null)
                    context.Scalars.Add(type);
                return new FluentValue(MayMatter(type) ? FluentValueKind.ConventionProperties : FluentValueKind.Elsewhere);
            case "ComplexProperties":
                if (type is not null)
                {
                    context.Embedded.Add(type);
                    context.Complex.Add(type);
                }
                return new FluentValue(FluentValueKind.Elsewhere);
            case "IgnoreAny":
                if (type is not null)
                    context.Ignored.Add(type);
                return value;
            case "Conventions" when call.IsProperty:
                return value with { Kind = FluentValueKind.ConventionSet };
            default:
                return interpreter.Unknown(value, call, scope);
        }
    }

    /// <summary>True for the types that it matters of how they are stored.</summary>
    private static bool MayMatter(INamedTypeSymbol? type) => type is null or { SpecialType: SpecialType.System_String or SpecialType.System_Decimal };

    private static FluentValue Convention(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        var type = call.TypeArguments is [var argument] ? argument : call.Arguments is [FluentTypeOf { Type: var named }] ? named : null;
        var name = type switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        if (call.Name == "Remove" && name == "ForeignKeyIndexConvention" && !scope.IsConditional)
            interpreter.Context.IndexesForeignKeys = false;
        else if (call.Name != "Remove" || !(HarmlessCalls.Conventions.Contains(name) || name == "ForeignKeyIndexConvention"))
            interpreter.Context.NotUnderstood(null, $"{FluentInterpreter.Place(scope)} changes EF Core's conventions ({call.Name}{(name.Length > 0 ? " " + name : "")})");
        return value;
    }
}
