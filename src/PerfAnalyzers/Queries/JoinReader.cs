using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.Queries.Elements;
using PerfAnalyzers.Queries.Sources;

namespace PerfAnalyzers.Queries;

/// <summary>Reads the operators that combine the rows of a query with those of another table.</summary>
internal static class JoinReader
{
    /// <summary>Reads <c>Join</c>, <c>GroupJoin</c> or <c>LeftJoin</c>: what the elements are afterwards, and the tables that came in.</summary>
    public static (Element Item, TableSet Tables)? ReadJoin(QueryStep step, string name, Element outer, QueryReading reading, bool isNested)
    {
        if (Arguments.Of(step.Call, "inner") is not { } query || reading.ReadChain(query, step.Scope, isNested) is not { } inner)
            return null;

        var innerSelector = LambdaReader.Read(Arguments.Of(step.Call, "innerKeySelector"), step.Scope);
        var outerKey = Key(LambdaReader.Read(Arguments.Of(step.Call, "outerKeySelector"), step.Scope), outer);
        var innerKey = Key(innerSelector, inner.Item);
        var isRead = !outerKey.IsEmpty && outerKey.Length == innerKey.Length;
        reading.Builder.AddJoin(new QueryJoin(
            isRead ? outerKey[0].Table : FirstOf(outer.Tables),
            isRead ? innerKey[0].Table : inner.Table,
            name == "Join" ? JoinKind.Inner : JoinKind.Left,
            reading.Builder.Sites.Add(innerSelector?.Body.Syntax ?? step.Call.Syntax, step.Scope))
        {
            OuterKey = isRead ? Paths(outerKey) : ImmutableArray<string>.Empty,
            InnerKey = isRead ? Paths(innerKey) : ImmutableArray<string>.Empty,
        });
        Close(inner, reading);

        var joined = name == "GroupJoin" ? new SequenceElement(inner.Table, inner.Item) : inner.Item;
        return (Result(step, outer, joined, reading), inner.Tables);
    }

    /// <summary>Reads <c>SelectMany</c>, and the second and further <c>from</c> of a query expression.</summary>
    public static (Element Item, TableSet Tables)? ReadMany(QueryStep step, Element outer, int table, QueryReading reading)
    {
        var unread = (new UnknownElement(outer.Tables), TableSet.None);
        if (LambdaReader.Read(Arguments.FirstFunction(step.Call), step.Scope) is not { } selector || selector.Apply(outer) is not { } scope)
            return unread;

        var mark = reading.Builder.Mark();
        if (reading.ReadChain(selector.Body, scope, isNested: true, acceptsGroup: true) is not { } inner)
            return unread;

        var kind = inner.IsOptional ? JoinKind.Left : JoinKind.Inner;
        var site = reading.Builder.Sites.Add(selector.Body.Syntax, scope);
        switch (inner.Root.From)
        {
            case SequenceElement when kind == JoinKind.Inner:
                reading.Builder.JoinInner(inner.Table);
                break;
            case SequenceElement:
                break;
            case PathElement navigation:
                reading.Builder.AddJoin(new QueryJoin(navigation.Table, inner.Table, kind, site) { Navigation = navigation.Path });
                break;
            default:
                var (first, second) = reading.Builder.CorrelatedSince(mark, inner.Tables) ?? (table, inner.Table);
                reading.Builder.AddJoin(new QueryJoin(first, second, kind, site));
                break;
        }

        Close(inner, reading);
        return (Arguments.Of(step.Call, "resultSelector") is null ? inner.Item : Result(step, outer, inner.Item, reading), inner.Tables);
    }

    /// <summary>Nothing can be looked up in a joined query that is limited or grouped: it is read on its own.</summary>
    private static void Close(Chain inner, QueryReading reading)
    {
        if (inner.IsDetached)
            reading.Builder.AddUnknown(inner.Tables, "the joined query is limited or grouped");
    }

    private static Element Result(QueryStep step, Element outer, Element inner, QueryReading reading) =>
        LambdaReader.Read(Arguments.Of(step.Call, "resultSelector"), step.Scope) is { } result && result.Apply(outer, inner) is { } scope
            ? ProjectionReader.Read(result.Body, scope, reading)
            : new UnknownElement(outer.Tables | inner.Tables);

    /// <summary>The columns of one table that a key selector names, or none.</summary>
    private static ImmutableArray<PathElement> Key(Lambda? selector, Element item)
    {
        if (selector?.Apply(item) is not { } scope)
            return ImmutableArray<PathElement>.Empty;

        var parts = selector.Body is IAnonymousObjectCreationOperation { Initializers: var initializers }
            ? initializers.OfType<ISimpleAssignmentOperation>().Select(assignment => assignment.Value)
            : [selector.Body];
        var columns = parts.Select(part => ElementReader.ColumnOf(part, scope)).ToList();
        return columns.Count > 0 && columns.TrueForAll(column => column is not null && column.Table == columns[0]!.Table)
            ? columns.ToImmutableArray()!
            : ImmutableArray<PathElement>.Empty;
    }

    private static ImmutableArray<string> Paths(ImmutableArray<PathElement> key) => key.Select(column => column.Path).ToImmutableArray();

    private static int FirstOf(TableSet tables) => tables.Indexes().FirstOrDefault();
}
