namespace PerfAssert.Loads;

/// <summary>A request was answered, but not as it should be. Its <see cref="Kind"/> is what reports count it under.</summary>
/// <param name="kind">A few words without anything that changes from request to request, such as <c>status 503</c>.</param>
/// <param name="message">What was wrong.</param>
public sealed class LoadRequestException(string kind, string message) : Exception(message)
{
    /// <summary>What it counts as.</summary>
    public string Kind { get; } = kind;
}
