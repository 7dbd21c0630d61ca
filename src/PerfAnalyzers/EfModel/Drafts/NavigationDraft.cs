namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>A navigation whose foreign key is found.</summary>
/// <param name="Target">The entity it leads to.</param>
/// <param name="Columns">The columns matched on this side.</param>
/// <param name="TargetColumns">The columns matched on the other, in the same order.</param>
/// <param name="IsCollection">True when it leads to many.</param>
/// <param name="IsOnDependent">True where this side holds the foreign key.</param>
internal sealed record NavigationDraft(
    EntityDraft Target, IReadOnlyList<string> Columns, IReadOnlyList<string> TargetColumns, bool IsCollection, bool IsOnDependent);
