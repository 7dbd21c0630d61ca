namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>A foreign key whose columns are found.</summary>
internal sealed record ForeignKeyDraft(EntityDraft Dependent, EntityDraft Principal, IReadOnlyList<string> Columns, bool IsUnique);
