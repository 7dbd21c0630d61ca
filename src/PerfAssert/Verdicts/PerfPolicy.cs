namespace PerfAssert;

/// <summary>What one test asks for beyond the defaults.</summary>
public sealed record PerfPolicy
{
    /// <summary>No limit: see <see cref="MaxAllocatedBytes"/>.</summary>
    public const long Unlimited = -1;

    /// <summary>The defaults.</summary>
    public static PerfPolicy Default { get; } = new();

    /// <summary>Whether <see cref="PerfOutcome.Inconclusive"/> fails the test.</summary>
    public bool Strict { get; init; }

    /// <summary>Bytes one call may allocate, whatever the baseline says; <see cref="Unlimited"/> for no limit.</summary>
    public long MaxAllocatedBytes { get; init; } = Unlimited;
}
