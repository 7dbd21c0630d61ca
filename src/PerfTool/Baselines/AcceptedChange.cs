using PerfAssert.Baselines;

namespace PerfTool.Baselines;

/// <summary>Figures that became the baseline.</summary>
/// <param name="Test">The test's name.</param>
/// <param name="Before">What stood there; null for a first record of this machine.</param>
/// <param name="Now">What stands there now.</param>
internal sealed record AcceptedChange(string Test, BaselineRecord? Before, BaselineRecord Now);
