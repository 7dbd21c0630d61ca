using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using PerfAssert.Baselines;
using PerfTool.Cli;
using PerfTool.Files;
using PerfTool.Indexes;
using PerfTool.Indexes.Migrations;

namespace PerfTool.Commands;

/// <summary><c>perftool indexes migration</c>: the advice as a migration of EF Core.</summary>
internal static partial class IndexesMigrationCommand
{
    public static Command Create(Terminal terminal)
    {
        var advice = new AdviceOptions();
        var project = new Option<string>("--project") { HelpName = "DIR", Description = "The folder of the project with the migrations (default: this folder)", DefaultValueFactory = _ => "." };
        var context = new Option<string?>("--context") { HelpName = "NAME", Description = "The context, where the project has migrations of several" };
        var name = new Option<string>("--name") { HelpName = "NAME", Description = "The migration's name", DefaultValueFactory = _ => "AddAdvisedIndexes" };
        var space = new Option<string?>("--namespace") { HelpName = "NAME", Description = "Its namespace (default: that of the snapshot)" };
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "The folder to write it to (default: that of the snapshot)" };
        var declared = new Option<bool>("--declared") { Description = "Write the indexes into the snapshot as well: for a model that declares them, which the code fix does afterwards. EF Core's next migration then has nothing to create" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new ToolCommand(
            "migration",
            "Writes a migration that creates each advised index only if it is missing, and whose Down drops it only if it is there. Where the model can be changed now, the code fix and 'dotnet ef migrations add' are the shorter way.",
            "indexes migration --project src/Shop.Data",
            "indexes migration --project src/Shop.Data --declared",
            "indexes migration src/Shop.sln --project src/Shop.Data --context ShopContext --name ReportIndexes");
        advice.AddTo(command);
        foreach (var option in new Option[] { project, context, name, space, output, declared, json })
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var className = parsed.GetValue(name)!;
            if (!Identifier().IsMatch(className))
                throw new ToolException($"--name {className} can't be the name of a class. Take letters, digits and underscores.");
            var snapshot = SnapshotFile.Find(terminal.Full(parsed.GetValue(project)!), parsed.GetValue(project)!, parsed.GetValue(context));
            var folder = parsed.GetValue(output) is { } given ? terminal.Full(given) : Path.GetDirectoryName(snapshot.Path)!;
            var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.cs").Select(file => Path.GetFileName(file)).ToList() : [];
            if (files.Find(file => file.EndsWith($"_{className}.cs", StringComparison.Ordinal)) is { } existing)
                throw new ToolException($"{terminal.Shown(folder)} has a migration of that name: {existing}. Choose another with --name.");

            var all = Databases.WithTables(await advice.ReadAsync(parsed, terminal, cancellationToken).ConfigureAwait(false));
            var indexes = all.Where(index => snapshot.Has(index.Entity)).ToList();
            foreach (var index in all.Where(index => !snapshot.Has(index.Entity)))
                terminal.ErrorWriter.WriteLine($"left out, for the migrations of {snapshot.Context} don't know {index.Entity}: {index}");
            if (indexes.Count == 0)
            {
                terminal.ErrorWriter.WriteLine("No index is missing, and no migration was written.");
                return (int)ExitCode.Passed;
            }

            if (parsed.GetValue(declared))
                snapshot = Declare(snapshot, indexes);
            var id = MigrationId.Next(className, DateTime.UtcNow, files.Concat(Directory.GetFiles(Path.GetDirectoryName(snapshot.Path)!, "*.cs").Select(file => Path.GetFileName(file))));
            var target = parsed.GetValue(space) ?? snapshot.Namespace;
            string[] written = [Path.Combine(folder, id + ".cs"), Path.Combine(folder, id + ".Designer.cs")];
            OutputFile.Write(terminal, written[1], Encoding.UTF8.GetBytes(snapshot.Designer(id, className, target)), mark: null, force: false);
            OutputFile.Write(terminal, written[0], Encoding.UTF8.GetBytes(MigrationWriter.Write(indexes, className, target, parsed.GetValue(declared))), mark: null, force: false);
            if (parsed.GetValue(declared))
            {
                AtomicFile.Write(snapshot.Path, [.. Preamble(snapshot.Path), .. Encoding.UTF8.GetBytes(snapshot.Text)]);
                written = [.. written, snapshot.Path];
            }

            if (parsed.GetValue(json))
                terminal.Writer.WriteLine(IndexJson.Write(new { id, files = written.Select(terminal.Shown), indexes }));
            else
                terminal.Writer.WriteLine(string.Join('\n', written.Select(terminal.Shown)));
            return (int)ExitCode.Passed;
        });
        return command;
    }

    private static SnapshotFile Declare(SnapshotFile snapshot, IReadOnlyList<MissingIndex> indexes)
    {
        var text = SnapshotIndexes.Add(snapshot.Text, indexes, out var missing);
        return missing.Count == 0 ? snapshot with { Text = text } : throw new ToolException($"The snapshot of {snapshot.Context} has no block for {missing[0].Entity}, or not those properties, so --declared can't add {missing[0]} to it.");
    }

    /// <summary>EF Core's tools begin files with a byte order mark; editors may have taken it away.</summary>
    private static byte[] Preamble(string path) => File.ReadAllBytes(path).AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.GetPreamble() : [];

    [GeneratedRegex(@"^[A-Za-z_]\w*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
