using System.CommandLine;
using System.Text;
using PerfTool.Cli;
using PerfTool.Files;
using PerfTool.Reports;
using PerfTool.Reports.History;
using PerfTool.Reports.Html;
using PerfTool.Results;

namespace PerfTool.Commands;

/// <summary>perftool report.</summary>
internal static class ReportCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILES") { Description = "Results files, or folders to look in; without any, all TestResults/perf-results*.json below", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<ReportFormat>("--format") { Description = "text, markdown, html or json", DefaultValueFactory = _ => ReportFormat.Text };
        format.AcceptOnlyFromAmong("text", "markdown", "html", "json");
        var output = new Option<string?>("--output", "-o") { Description = "Writes to this file; without it, to standard output" };
        var json = new Option<bool>("--json") { Description = "The same as --format json" };
        var force = new Option<bool>("--force") { Description = "Replaces the file even if perftool did not make it" };
        var command = new ToolCommand(
            "report", "Shows what perf tests measured: a table, worst first, or one page with charts of distribution and history.",
            "report", "report --format html --output perf-report.html", "report tests/Shop.PerfTests --format markdown >> \"$GITHUB_STEP_SUMMARY\"")
        {
            files, format, output, json, force,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var results = ResultsFinder.Read(terminal, parsed.GetValue(files) ?? []);
            var chosen = parsed.GetValue(json) ? ReportFormat.Json : parsed.GetValue(format);
            var sections = ReportSections.Of(results);
            if (parsed.GetValue(output) is not { } path)
            {
                if (chosen == ReportFormat.Text)
                    TerminalReport.Write(terminal, sections);
                else
                    terminal.Writer.Write(await RenderAsync(terminal, chosen, sections, cancellationToken).ConfigureAwait(false));
                return (int)ExitCode.Passed;
            }

            var content = Encoding.UTF8.GetBytes(await RenderAsync(terminal, chosen, sections, cancellationToken).ConfigureAwait(false));
            terminal.ErrorWriter.WriteLine("wrote " + OutputFile.Write(terminal, path, content, Mark(chosen), parsed.GetValue(force)));
            return (int)ExitCode.Passed;
        });
        return command;
    }

    private static async Task<string> RenderAsync(Terminal terminal, ReportFormat format, IReadOnlyList<ReportSection> sections, CancellationToken cancellationToken) => format switch
    {
        ReportFormat.Markdown => MarkdownReport.Render(sections),
        ReportFormat.Json => JsonReport.Render(sections),
        ReportFormat.Html => HtmlReport.Render(sections, await terminal.WhileAsync(
            "reading the history of the baselines", () => HistoryReader.ReadAsync([.. sections.Select(section => section.File)], cancellationToken)).ConfigureAwait(false)),
        _ => TextReport.Render(sections),
    };

    private static string Mark(ReportFormat format) => format switch
    {
        ReportFormat.Html => HtmlReport.Mark,
        ReportFormat.Json => "\"perftool report\"",
        _ => "PerfAssert: ",
    };
}
