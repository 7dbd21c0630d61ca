namespace PerfTool.Results;

/// <summary>An interleaved comparison: of two methods in a test run, or of two builds by this tool.</summary>
internal sealed record ComparisonResult
{
    /// <summary>What was compared with: a method, or what the older build is called.</summary>
    public required string RelativeTo { get; init; }

    /// <summary>How many times as long as the other it took; of several processes the median.</summary>
    public double? Ratio { get; init; }

    /// <summary>No less than this.</summary>
    public double? Lower { get; init; }

    /// <summary>No more than this; null where that is not known.</summary>
    public double? Upper { get; init; }

    /// <summary>How many pairs of batches; null for several processes.</summary>
    public int? Pairs { get; init; }

    /// <summary>The ratio that each process saw; null where it was one.</summary>
    public IReadOnlyList<double>? Processes { get; init; }

    /// <summary>What each process saw of the older build and a second copy of it: 1 but for where code and data lay in memory.</summary>
    public IReadOnlyList<double>? Control { get; init; }

    /// <summary>The other side's figures.</summary>
    public Figures? Reference { get; init; }

    /// <summary>This side's figures.</summary>
    public Figures? Now { get; init; }
}
