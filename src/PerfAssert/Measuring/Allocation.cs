namespace PerfAssert.Measuring;

/// <summary>
/// Bytes allocated per call. <see cref="Exact"/>: counted on the measuring thread (synchronous code).
/// Otherwise counted for the whole process, where a few hundred bytes may be others'.
/// </summary>
internal readonly record struct Allocation(double BytesPerCall, bool Exact)
{
    /// <summary>The lower of two counts of the same code: whatever disturbs a count adds to it.</summary>
    public static Allocation Lower(Allocation? before, Allocation now) => before is { } known && known.BytesPerCall < now.BytesPerCall ? known : now;
}
