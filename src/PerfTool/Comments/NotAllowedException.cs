namespace PerfTool.Comments;

/// <summary>The token may not write the comment: so it is for a pull request from a fork, and no reason to fail.</summary>
internal sealed class NotAllowedException(string message) : Exception(message);
