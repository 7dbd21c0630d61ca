using System.Collections.Immutable;

namespace PerfTool.Dashboards;

/// <summary>A graph over time.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">Grafana's name of the unit: s, bytes, reqps, short, percentunit, currencyUSD.</param>
/// <param name="Queries">PromQL, and what its lines are called; labels in double braces.</param>
/// <param name="Warning">Where a yellow line stands; null for none.</param>
/// <param name="Critical">Where a red line stands; null for none.</param>
/// <param name="Note">A sentence for the reader; empty where the title says it all.</param>
internal sealed record DashboardPanel(string Title, string Unit, ImmutableArray<(string Expression, string Legend)> Queries, double? Warning = null, double? Critical = null, string Note = "");
