using System.Collections.Immutable;

namespace PerfTooling.PlanOracle.Generation;

/// <summary>A query of a batch: a method of the generated class <c>Queries</c>.</summary>
/// <param name="Number">Its number in the batch: the method is <c>Q17</c>.</param>
/// <param name="Text">The method's C#.</param>
/// <param name="Forms">The forms it is made of.</param>
internal sealed record GeneratedQuery(int Number, string Text, ImmutableArray<string> Forms)
{
    /// <summary>The same query without its order and limit, or null where it has neither.</summary>
    public string? Stripped { get; init; }

    /// <summary>The values that its method is called with.</summary>
    public string Arguments { get; init; } = "";

    public bool IsAsync { get; init; }

    /// <summary>True where the query's text filters rows: a query filter of the model doesn't count.</summary>
    public bool HasOwnFilter { get; init; }

    /// <summary>True where only some rows are returned, in an order.</summary>
    public bool IsOrderedAndLimited { get; init; }

    public string Method => $"Q{Number}";
}
