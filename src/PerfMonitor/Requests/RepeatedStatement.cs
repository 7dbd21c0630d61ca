namespace PerfMonitor.Requests;

/// <summary>A statement that one flow sent again and again.</summary>
/// <param name="Statement">Its text, without values.</param>
/// <param name="Count">How often.</param>
internal sealed record RepeatedStatement(string Statement, int Count);
