namespace PerfTooling.PlanOracle.Generation;

/// <summary>The first half of a query: where its rows come from, and the filters on them.</summary>
/// <param name="Text">An expression of type <c>IQueryable</c>.</param>
/// <param name="Entity">The entity whose columns can be named after it.</param>
internal sealed record QuerySource(string Text, EntityPlan Entity)
{
    /// <summary>Where the entity stands in a row: <c>""</c> for the row itself, <c>".X"</c> after a projection.</summary>
    public string Path { get; init; } = "";

    public bool HasFilter { get; init; }

    /// <summary>Statements before the one that executes the query.</summary>
    public string Statements { get; init; } = "";

    /// <summary>Methods that the query's own method calls.</summary>
    public string Helpers { get; init; } = "";
}
