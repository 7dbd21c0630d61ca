namespace PerfTooling.Shared;

/// <summary>One measurement.</summary>
/// <param name="Instrument">Of which instrument.</param>
/// <param name="Value">Its value.</param>
/// <param name="Attributes">Its attributes, as name=value with spaces between them.</param>
internal sealed record Measured(string Instrument, double Value, string Attributes);
