using System.Collections.Immutable;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>A query as one list of operators, wherever they are written.</summary>
/// <param name="Steps">The operators, the one nearest the root first.</param>
internal sealed record QuerySource(QueryRoot Root, ImmutableArray<QueryStep> Steps)
{
    /// <summary>
    /// One of several queries, nobody knows which: what they begin with alike is certain, the rest may be there.
    /// Null where they don't start from the same root.
    /// </summary>
    public static QuerySource? OneOf(IReadOnlyList<QuerySource?> sources)
    {
        if (sources.Count == 0 || sources[0] is not { } first || sources.Any(source => source?.Root.IsSameAs(first.Root) != true))
            return null;

        var alike = 0;
        while (sources.All(source => alike < source!.Steps.Length && IsSame(source.Steps[alike], first.Steps[alike])))
            alike++;

        var rest = sources.SelectMany(source => source!.Steps.Skip(alike)).Select(step => step with { IsCertain = false });
        return first with { Steps = first.Steps.Take(alike).Concat(rest).ToImmutableArray() };
    }

    /// <summary>This query with more operators on top.</summary>
    public QuerySource Then(IEnumerable<QueryStep> steps) => this with { Steps = Steps.AddRange(steps) };

    private static bool IsSame(QueryStep one, QueryStep other) => one.Call.Syntax == other.Call.Syntax && one.IsCertain == other.IsCertain;
}
