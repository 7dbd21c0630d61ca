namespace PerfTool.Indexes.Measuring;

/// <summary>A query to measure.</summary>
/// <param name="Name">What the results call it.</param>
/// <param name="Sql">One SELECT, with its values in it.</param>
internal sealed record RecordedQuery(string Name, string Sql);
