using System.CommandLine;
using System.Text;
using PerfBudgets;
using PerfTool.Alerts;
using PerfTool.Alerts.Alertmanager;
using PerfTool.Cli;
using PerfTool.Files;
using PerfTool.Monitoring;
using Spectre.Console;

namespace PerfTool.Commands;

/// <summary>perftool monitoring render.</summary>
internal static class MonitoringRenderCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var fallback = new AlertmanagerPlaces();
        var budgets = new Option<string?>("--budgets") { Description = "The budgets; perf-budgets.json here or above by default.", HelpName = "FILE" };
        var output = new Option<string>("--output", "-o") { Description = "Where the files go.", DefaultValueFactory = _ => "monitoring", HelpName = "FOLDER" };
        var check = new Option<bool>("--check") { Description = "Writes nothing, and ends with 1 where a file is not what would be written." };
        var force = new Option<bool>("--force") { Description = "Replaces files even if perftool did not make them." };
        var emailTo = new Option<string>("--email-to") { Description = "Who gets what is not urgent.", DefaultValueFactory = _ => fallback.EmailTo, HelpName = "ADDRESS" };
        var emailFrom = new Option<string>("--email-from") { Description = "Who Alertmanager writes as.", DefaultValueFactory = _ => fallback.EmailFrom, HelpName = "ADDRESS" };
        var smtp = new Option<string>("--smtp") { Description = "The mail server that Alertmanager uses.", DefaultValueFactory = _ => fallback.SmtpHost, HelpName = "HOST:PORT" };
        var smtpUser = new Option<string?>("--smtp-user") { Description = "Who Alertmanager signs in there as; the password lies in the file secrets/smtp-password.", HelpName = "NAME" };
        var channel = new Option<string>("--slack-channel") { Description = "The channel that Alertmanager writes to.", DefaultValueFactory = _ => fallback.SlackChannel, HelpName = "CHANNEL" };
        var json = new Option<bool>("--json") { Description = "Prints what became of each file as JSON." };
        var command = new ToolCommand(
            "render",
            "Writes alerts for Prometheus and New Relic, Alertmanager's routes, and dashboards for Grafana. Check the files in, and have --check keep them true.",
            "monitoring render",
            "monitoring render --output deploy/monitoring --email-to team@example.com --slack-channel \"#shop-alerts\"",
            "monitoring render --check")
        {
            budgets, output, check, force, emailTo, emailFrom, smtp, smtpUser, channel, json,
        };
        command.SetAction(parsed =>
        {
            var places = fallback with
            {
                EmailTo = parsed.GetValue(emailTo)!, EmailFrom = parsed.GetValue(emailFrom)!, SmtpHost = parsed.GetValue(smtp)!, SmtpUser = parsed.GetValue(smtpUser), SlackChannel = parsed.GetValue(channel)!,
            };
            var files = MonitoringFiles.Of(Read(terminal, parsed.GetValue(budgets)), new AlertTiming(), places);
            return Run(terminal, parsed.GetValue(output)!, files, parsed.GetValue(check), parsed.GetValue(force), parsed.GetValue(json));
        });
        return command;
    }

    private static BudgetFile Read(Terminal terminal, string? path)
    {
        var found = path is null ? BudgetFile.Find(terminal.Directory) : terminal.Full(path);
        if (found is null)
            throw new ToolException($"There is no {BudgetFile.FileName} here or above: write one (docs/budgets.md), or name it with --budgets.");
        try
        {
            return BudgetFile.Read(found);
        }
        catch (BudgetException e)
        {
            throw new ToolException(e.Message, e);
        }
    }

    private static int Run(Terminal terminal, string folder, IReadOnlyList<MonitoringFile> files, bool check, bool force, bool json)
    {
        // Which files change is decided before the first is written.
        var states = files.Select(file => State(Path.Combine(terminal.Full(folder), file.Path), file.Content)).ToList();
        if (!check)
        {
            foreach (var (file, state) in files.Zip(states))
            {
                if (state != "unchanged")
                    OutputFile.Write(terminal, Path.Combine(terminal.Full(folder), file.Path), Encoding.UTF8.GetBytes(file.Content), MonitoringFile.Mark, force);
            }
        }

        if (json)
            terminal.Writer.WriteLine(ToolJson.Write(files.Zip(states, (file, state) => new { path = file.Path, state })));
        else
            Print(terminal, folder, files, states);
        return (int)(check && states.Any(state => state != "unchanged") ? ExitCode.Failed : ExitCode.Passed);
    }

    private static void Print(Terminal terminal, string folder, IReadOnlyList<MonitoringFile> files, IReadOnlyList<string> states)
    {
        var table = terminal.Table("File", "For", "");
        foreach (var (file, state) in files.Zip(states))
            table.AddRow(Markup.Escape(terminal.Shown(Path.Combine(terminal.Full(folder), file.Path))), Markup.Escape(file.For), state == "unchanged" ? state : $"[yellow]{state}[/]");
        terminal.Out.Write(table);
    }

    private static string State(string path, string content) =>
        !File.Exists(path) ? "new" : File.ReadAllText(path).ReplaceLineEndings("\n") == content ? "unchanged" : "changed";
}
