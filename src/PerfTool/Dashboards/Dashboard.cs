using System.Collections.Immutable;

namespace PerfTool.Dashboards;

/// <summary>A page of graphs.</summary>
/// <param name="Id">In lower case; the file's name, and what Grafana knows it by.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Panels">In the order of reading.</param>
internal sealed record Dashboard(string Id, string Title, ImmutableArray<DashboardPanel> Panels);
