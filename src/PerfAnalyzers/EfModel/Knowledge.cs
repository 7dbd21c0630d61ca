namespace PerfAnalyzers.EfModel;

/// <summary>How much of a table's definition the analyzer can see. Only <see cref="Complete"/> tables are ever warned about.</summary>
/// <param name="Level">How much.</param>
/// <param name="Reason">What could not be seen; empty for <see cref="KnowledgeLevel.Complete"/>.</param>
internal sealed record Knowledge(KnowledgeLevel Level, string Reason)
{
    public static Knowledge Complete { get; } = new(KnowledgeLevel.Complete, "");

    public static Knowledge Partial(string reason) => new(KnowledgeLevel.Partial, reason);

    public static Knowledge Unknown(string reason) => new(KnowledgeLevel.Unknown, reason);

    public bool IsComplete => Level == KnowledgeLevel.Complete;
}
