using System.Collections.Immutable;
using System.Text.Json;
using PerfBudgets.Json;
using PerfTool.Cli;

namespace PerfTool.Gate;

/// <summary>Finds and reads perf-gate.json. What is not understood is an error with file and line: a misspelled word must not open the gate.</summary>
internal static class GatePolicyReader
{
    private const string SchemaLink = "$schema";
    private static readonly string[] s_properties = [SchemaLink, StrictJson.SchemaProperty, .. GatePolicy.Words];

    /// <summary>The JSON schema, for editors.</summary>
    public static string SchemaText
    {
        get
        {
            using var reader = new StreamReader(typeof(GatePolicyReader).Assembly.GetManifestResourceStream("perf-gate.schema.json")!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The policy of a file; without one, of the nearest perf-gate.json up to the root of the repository, or the default.</summary>
    /// <exception cref="ToolException">The file is missing or not understood.</exception>
    public static GatePolicy Read(Terminal terminal, string? named)
    {
        var path = named is null ? Find(terminal.Directory) : terminal.Full(named);
        if (path is null)
            return GatePolicy.Default;
        var shown = terminal.Shown(path);
        return File.Exists(path) ? Parse(File.ReadAllBytes(path), shown) : throw new ToolException($"{shown} is not there: name the policy's file, or leave --policy away for the default.");
    }

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="ToolException">It is not understood.</exception>
    public static GatePolicy Parse(ReadOnlySpan<byte> utf8, string shown)
    {
        var json = new StrictJson(Fault);
        var root = json.Parse(utf8);
        if (root.Type != JsonTokenType.StartObject)
            throw Fault(root.Line, null, "a policy is a JSON object", null);
        var members = json.Members(root, null, s_properties);
        json.CheckSchema(root, 1, "perftool");
        if (members.TryGetValue(SchemaLink, out var link))
            json.Text(link, SchemaLink);
        return new GatePolicy(members.Where(member => GatePolicy.Words.Contains(member.Key)).ToImmutableDictionary(member => member.Key, member => Decision(member.Key, member.Value)));

        GateDecision Decision(string word, JsonNodeWithLine node) => node is { Type: JsonTokenType.String, Value: string text } && text is "fail" or "warn" or "inform"
            ? text switch { "fail" => GateDecision.Fail, "warn" => GateDecision.Warn, _ => GateDecision.Inform }
            : throw Fault(node.Line, word, "not one of fail, warn, inform", null);

        ToolException Fault(long? line, string? key, string problem, string? remedy) =>
            new($"{shown}{(line is null ? "" : $"({line})")}: {problem}{(key is null ? "" : $" [{key}]")}.{(remedy is null ? "" : " " + remedy)}");
    }

    private static string? Find(string directory)
    {
        for (var at = directory; at is not null; at = Path.GetDirectoryName(at))
        {
            var file = Path.Combine(at, GatePolicy.FileName);
            if (File.Exists(file))
                return file;
            // A worktree's .git is a file.
            if (Path.Exists(Path.Combine(at, ".git")))
                return null;
        }

        return null;
    }
}
