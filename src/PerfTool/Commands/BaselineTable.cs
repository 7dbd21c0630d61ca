using System.Globalization;
using PerfAssert.Baselines;
using PerfAssert.Reporting;
using PerfTool.Baselines;
using PerfTool.Cli;
using Spectre.Console;

namespace PerfTool.Commands;

/// <summary>Baselines as tables and as JSON.</summary>
internal static class BaselineTable
{
    /// <summary>What became the baseline.</summary>
    public static void PrintAccepted(Terminal terminal, IReadOnlyList<AcceptedChange> changes, bool json)
    {
        if (json)
        {
            terminal.Writer.WriteLine(ToolJson.Write(changes.Select(change => new { test = change.Test, before = change.Before?.P25, now = change.Now.P25, allocatedBefore = change.Before?.Allocated, allocatedNow = change.Now.Allocated, reason = change.Now.Reason, commit = change.Now.Commit })));
            return;
        }

        var table = terminal.Table("Test", ">Baseline → Now", ">Ratio", ">Allocated", "Reason");
        foreach (var change in changes)
        {
            table.AddRow(
                Markup.Escape(change.Test),
                $"{(change.Before is { } before ? Format.Time(before.P25) : "-")} → {Format.Time(change.Now.P25)}",
                change.Before is { } then ? Format.Ratio(change.Now.P25 / then.P25) : "",
                change.Now.Load is null ? Format.Bytes(change.Now.Allocated) : "",
                Markup.Escape(change.Now.Reason ?? ""));
        }

        if (changes.Count > 0)
            terminal.Out.Write(table);
        terminal.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changes.Count} accepted. Commit the *.perf.json files."));
    }

    /// <summary>All entries.</summary>
    public static void PrintEntries(Terminal terminal, IReadOnlyList<(string File, string Key, string Name, string Machine, BaselineRecord Record)> entries, bool json)
    {
        if (json)
        {
            terminal.Writer.WriteLine(ToolJson.Write(entries.Select(entry => new
            {
                file = entry.File, key = entry.Key, name = entry.Name, machine = entry.Machine, entry.Record.Min, entry.Record.P25, entry.Record.P50, entry.Record.P95, entry.Record.P99, entry.Record.Allocated,
                load = entry.Record.Load, facts = entry.Record.Facts.Values, entry.Record.Recorded, entry.Record.Reason, entry.Record.Commit,
            })));
            return;
        }

        foreach (var machine in entries.GroupBy(entry => entry.Machine, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            terminal.Writer.WriteLine(machine.Key);
            var hasLoad = machine.Any(entry => entry.Record.Load is not null);
            var table = terminal.Table(["Test", ">p25", ">p50", ">p95", ">p99", ">Allocated", ">SQL", .. hasLoad ? new[] { "Load" } : [], "Recorded", "Reason"]);
            foreach (var (_, _, name, _, record) in machine.OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                string[] cells =
                [
                    Markup.Escape(name), record.Load is null ? Format.Time(record.P25) : "", Format.Time(record.P50), Format.Time(record.P95), Format.Time(record.P99), record.Load is null ? Format.Bytes(record.Allocated) : "",
                    string.Join(" / ", record.Facts.Values.Values),
                    .. hasLoad ? new[] { Load(record.Load) } : [],
                    record.Recorded.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Markup.Escape(record.Reason is null ? "" : record.Commit is null ? record.Reason : $"{record.Reason} ({record.Commit})"),
                ];
                table.AddRow(cells);
            }

            terminal.Out.Write(table);
        }

        terminal.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries.Count} in {entries.Select(entry => entry.File).Distinct(StringComparer.Ordinal).Count()} files"));
    }

    private static string Load(LoadRecord? load) => load is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{Markup.Escape(load.Profile)}: {load.Throughput:#,0.#}/s");

    /// <summary>What somebody should see to.</summary>
    public static void PrintProblems(Terminal terminal, IReadOnlyList<BaselineProblem> problems, int entries, bool json)
    {
        if (json)
        {
            terminal.Writer.WriteLine(ToolJson.Write(problems));
            return;
        }

        foreach (var problem in problems)
            terminal.Writer.WriteLine($"{problem.File}: {problem.Kind}: {(problem.Key is null ? "" : problem.Key + ": ")}{problem.Message}");
        terminal.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries} entries, {problems.Count} {(problems.Count == 1 ? "problem" : "problems")}"));
    }
}
