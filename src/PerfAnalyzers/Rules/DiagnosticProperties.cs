namespace PerfAnalyzers.Rules;

/// <summary>
/// The keys of a diagnostic's properties. Code fixes read them, and so do tools that read a build's SARIF log
/// (<c>properties.customProperties</c> of a result).
/// </summary>
public static class DiagnosticProperties
{
    /// <summary>The metadata name of the entity type: <c>Shop.Order</c>.</summary>
    public const string Entity = "entity";

    /// <summary>The filtered columns, separated by commas: <c>Status,CreatedAt</c>.</summary>
    public const string Columns = "columns";

    /// <summary>
    /// The indexes that would serve the query: columns separated by commas, indexes by semicolons (an OR needs one for each
    /// operand): <c>CustomerId,CreatedAt</c>.
    /// </summary>
    public const string AdvisedIndexes = "advisedIndexes";
}
