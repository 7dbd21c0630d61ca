namespace PerfTool.Comments;

/// <summary>What became of the comment.</summary>
/// <param name="Action">"created", "updated", or "printed" where it could not be posted.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="Why">Why it was not posted.</param>
internal sealed record CommentOutcome(string Action, string? Url = null, string? Why = null);
