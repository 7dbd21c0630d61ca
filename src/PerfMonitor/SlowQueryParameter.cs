namespace PerfMonitor;

/// <summary>A parameter of a logged command; recorded only where <see cref="PerfMonitorOptions.RecordParameterValues"/> says so.</summary>
/// <param name="Name">Its name in the SQL.</param>
/// <param name="Value">Its value as text, or in angle brackets why it is withheld.</param>
/// <param name="IsRedacted">Whether the value is withheld.</param>
public sealed record SlowQueryParameter(string Name, string Value, bool IsRedacted);
