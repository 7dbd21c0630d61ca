using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Calls that say how a column is stored: its collation, its type, a conversion.</summary>
internal static class StorageCalls
{
    /// <summary>Notes what a call on a property's builder or metadata says. Where the property can't be told, it may be any.</summary>
    public static void Apply(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        if (Read(call, scope) is not { } said)
            return;
        if (value is { Entity: { } entity, Properties.Count: > 0 })
        {
            foreach (var property in value.Properties)
                entity.Storage[property] = said.Over(entity.Storage.TryGetValue(property, out var known) ? known : ColumnStorage.Plain);
        }
        else
        {
            SayOfAll(interpreter, new ColumnStorage(said.Collation is null ? null : ColumnStorage.NotKnown, said.Type is null ? null : ColumnStorage.NotKnown));
        }
    }

    /// <summary>Notes what holds for every column of its kind.</summary>
    public static void SayOfAll(FluentInterpreter interpreter, ColumnStorage said) => interpreter.Context.Storage = said.Over(interpreter.Context.Storage);

    /// <summary>What a call says; null where it says nothing of this kind.</summary>
    public static ColumnStorage? Read(FluentCall call, FluentScope scope)
    {
        var argument = call.Arguments.Count > 0 ? FluentInterpreter.Resolved(call.Arguments[0], scope) : null;
        var said = call.Name switch
        {
            "UseCollation" or "SetCollation" or "UseDefaultColumnCollation" => new ColumnStorage(Collation: argument is FluentText { Values: [var name] } ? name : ColumnStorage.NotKnown),
            "HasColumnType" or "HaveColumnType" or "SetColumnType" => argument is FluentText { Values: [var type] }
                ? ColumnStorage.CollationIn(type) is { } collation ? new ColumnStorage(collation) : null
                : new ColumnStorage(Collation: ColumnStorage.NotKnown),
            "HasConversion" or "HaveConversion" or "SetValueConverter" or "SetProviderClrType" => new ColumnStorage(Type: TypeOf(call, argument)),
            _ => null,
        };

        // On a condition there may be another.
        return said is not null && scope.IsConditional
            ? new ColumnStorage(said.Collation is null ? null : ColumnStorage.NotKnown, said.Type is null ? null : ColumnStorage.NotKnown)
            : said;
    }

    private static string TypeOf(FluentCall call, FluentExpression? argument) =>
        (call.TypeArguments is [var type, ..] ? type : (argument as FluentTypeOf)?.Type) is PredefinedTypeSyntax { Keyword.ValueText: var keyword } ? keyword : ColumnStorage.NotKnown;
}
