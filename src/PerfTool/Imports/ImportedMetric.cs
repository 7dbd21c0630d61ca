using PerfTool.Results;

namespace PerfTool.Imports;

/// <summary>One metric that another tool measured.</summary>
internal sealed record ImportedMetric
{
    /// <summary>Its name there.</summary>
    public required string Name { get; init; }

    /// <summary>Its times in nanoseconds; null where it is no time, or was not measured.</summary>
    public Figures? Times { get; init; }

    /// <summary>Each sample in nanoseconds, where the tool kept them.</summary>
    public IReadOnlyList<double> Samples { get; init; } = [];

    /// <summary>The tool's own limits, and whether each was kept.</summary>
    public IReadOnlyList<(string Limit, bool IsKept)> Thresholds { get; init; } = [];

    /// <summary>Why there are no figures; null where there are.</summary>
    public string? Problem { get; init; }

    /// <summary>Other names by which a budget may know it.</summary>
    public IReadOnlyList<string> OperationNames { get; init; } = [];
}
