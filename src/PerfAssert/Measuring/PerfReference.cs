using PerfAssert.Measuring;

namespace PerfAssert;

/// <summary>What a test is compared with.</summary>
/// <param name="Name">The name people read.</param>
/// <param name="Body">The code.</param>
public sealed record PerfReference(string Name, PerfBody Body);
