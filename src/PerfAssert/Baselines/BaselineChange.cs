namespace PerfAssert.Baselines;

/// <summary>Figures of one test on one machine that a baseline does not have yet.</summary>
/// <param name="Key">The test's key.</param>
/// <param name="Name">What it is called, for the reader.</param>
/// <param name="Machine">The fingerprint of the machine.</param>
/// <param name="Record">The figures.</param>
public sealed record BaselineChange(string Key, string Name, string Machine, BaselineRecord Record);
