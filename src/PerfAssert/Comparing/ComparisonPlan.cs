namespace PerfAssert.Comparing;

/// <summary>How long and how finely two bodies are compared. The defaults are the product's; tests shorten them.</summary>
internal sealed record ComparisonPlan
{
    /// <summary>
    /// Pairs whose batches are brought together to one ratio last no longer than this, unless a pair does: much shorter than the phases in which a machine is slow (0.5 to 2 s), so that
    /// both sides meet the same machine.
    /// </summary>
    public TimeSpan Block { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Pairs of a block, at most: enough for a quartile that a few disturbed batches don't move. More of them would make fewer blocks, and wider bounds.
    /// </summary>
    public int MostPairsOfBlock { get; init; } = 8;

    /// <summary>The first moment at which a clear result ends the comparison, and the distance of further looks.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The comparison ends here, clear or not, unless calls are so long that there are too few blocks.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>It ends here even then.</summary>
    public TimeSpan LongestOfLongCalls { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Blocks that a clear result needs: with one fewer, bounds of <see cref="RatioEstimate.MissRate"/> don't exist.</summary>
    public int FewestBlocks { get; init; } = 11;

    /// <summary>Whether both are called in turn from the first call on, before either warms up. Off between two builds, where a study found it worth nothing.</summary>
    public bool TakesTurnsFirst { get; init; } = true;
}
