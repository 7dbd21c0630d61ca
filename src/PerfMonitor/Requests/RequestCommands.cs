namespace PerfMonitor.Requests;

/// <summary>What one flow asked of the database.</summary>
/// <param name="Commands">Commands it sent.</param>
/// <param name="Repeated">Statements among them that it repeated, the most frequent first.</param>
internal sealed record RequestCommands(int Commands, IReadOnlyList<RepeatedStatement> Repeated);
