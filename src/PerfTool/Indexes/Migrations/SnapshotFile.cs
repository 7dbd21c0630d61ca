using System.Text.RegularExpressions;
using PerfTool.Cli;

namespace PerfTool.Indexes.Migrations;

/// <summary>A project's ModelSnapshot, as text: which context it is of, where its migrations lie, and the model that a new migration ends with.</summary>
/// <param name="Path">The file.</param>
/// <param name="Context">The context's name as the file has it.</param>
/// <param name="Namespace">The migrations' namespace.</param>
/// <param name="Text">The file's content.</param>
internal sealed partial record SnapshotFile(string Path, string Context, string Namespace, string Text)
{
    private static readonly EnumerationOptions s_everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 12 };

    /// <summary>The snapshot of the project's one context, or of the one that is named.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="shown">What messages call it.</param>
    /// <param name="context">A context's name, with or without namespace; null for the only one.</param>
    /// <exception cref="ToolException">There is none, or several and none is named.</exception>
    public static SnapshotFile Find(string folder, string shown, string? context)
    {
        if (!Directory.Exists(folder))
            throw new ToolException($"{shown} is no folder. Name the folder of the project with the migrations.");
        var found = Directory.EnumerateFiles(folder, "*ModelSnapshot.cs", s_everywhere)
            .Where(path => !System.IO.Path.GetRelativePath(folder, path).Split(System.IO.Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => Read(path, File.ReadAllText(path)))
            .OfType<SnapshotFile>()
            .ToList();
        if (found.Count == 0)
            throw new ToolException($"{shown} has no ModelSnapshot, so no migration of EF Core's own yet. Write the first one with it: dotnet ef migrations add Initial");
        var wanted = found.Where(snapshot => context is null || snapshot.Context == context || snapshot.Context.EndsWith("." + context, StringComparison.Ordinal) || context.EndsWith("." + snapshot.Context, StringComparison.Ordinal)).ToList();
        return wanted switch
        {
            [var only] => only,
            [] => throw new ToolException($"{shown} has no migrations of {context}, but of {Names(found)}."),
            _ => throw new ToolException($"{shown} has migrations of several contexts. Name one with --context: {Names(wanted)}"),
        };
    }

    /// <summary>Reads a snapshot; null where the text is none.</summary>
    public static SnapshotFile? Read(string path, string text)
    {
        var type = Class().Match(text);
        var space = NamespaceLine().Match(text);
        return type.Success && space.Success && text.Contains(BuildModel, StringComparison.Ordinal) ? new SnapshotFile(path, type.Groups["context"].Value, space.Groups["name"].Value, text) : null;
    }

    /// <summary>Whether the context's model has the entity.</summary>
    public bool Has(string entity) => Text.Contains($"\"{entity}\"", StringComparison.Ordinal);

    /// <summary>
    /// The other half of a migration, in which EF Core keeps the model that it ends with: the snapshot's, for what is written in SQL is no part of a
    /// model. Without it, removing the migration that comes next would leave an empty snapshot.
    /// </summary>
    public string Designer(string id, string className, string @namespace)
    {
        var text = NamespaceLine().Replace(Text, match => match.Value.Replace(match.Groups["name"].Value, @namespace, StringComparison.Ordinal), 1);
        text = Class().Replace(text, match => $"[DbContext(typeof({Context}))]{match.Groups["space"].Value}[Migration(\"{id}\")]{match.Groups["space"].Value}partial class {className}", 1);
        text = text.Replace(BuildModel, "void BuildTargetModel(", StringComparison.Ordinal);
        const string Using = "using Microsoft.EntityFrameworkCore.Migrations;";
        return text.Contains(Using, StringComparison.Ordinal) ? text : InfrastructureUsing().Replace(text, match => match.Value + match.Groups["end"].Value + Using, 1);
    }

    private const string BuildModel = "void BuildModel(";

    private static string Names(IEnumerable<SnapshotFile> snapshots) => string.Join(", ", snapshots.Select(snapshot => snapshot.Context));

    [GeneratedRegex(@"\[DbContext\(typeof\((?<context>[\w.]+)\)\)\](?<space>\s+)(?:public |internal )?partial class \w+\s*:\s*ModelSnapshot\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Class();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"(?<end>\r?\n)using Microsoft\.EntityFrameworkCore\.Infrastructure;", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex InfrastructureUsing();
}
