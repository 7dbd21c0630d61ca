namespace PerfTool.Comments;

/// <summary>Something that may be otherwise in a while: a rate limit, an error of the server's, a broken connection.</summary>
internal sealed class TransientFault(string message, TimeSpan? wait = null, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>How long the server asks to wait; null where it does not say.</summary>
    public TimeSpan? Wait { get; } = wait;
}
