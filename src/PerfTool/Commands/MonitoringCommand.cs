using System.CommandLine;
using PerfTool.Cli;

namespace PerfTool.Commands;

/// <summary>perftool monitoring: what runs in production, from the same budgets.</summary>
internal static class MonitoringCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal) => new ToolCommand(
        "monitoring", "Alerts and dashboards for services that use PerfMonitor, as files made from perf-budgets.json.", "monitoring render", "monitoring render --check")
    {
        MonitoringRenderCommand.Create(terminal),
    };
}
