using System.Collections.Immutable;
using System.Text.Json;
using PerfBudgets.Json;

namespace PerfAssert.Loads.Scenarios.Reading;

/// <summary>Text to <see cref="LoadScenario"/>. Anything not understood is an error: a step that is silently left out would be load that nobody asked for.</summary>
internal sealed class ScenarioReader
{
    private readonly string _path;
    private readonly StrictJson _json;

    private ScenarioReader(string path)
    {
        _path = path;
        _json = new StrictJson((line, key, problem, remedy) => Wrong(line, key, problem, remedy));
    }

    /// <summary>Reads the bytes of a file.</summary>
    public static LoadScenario Read(ReadOnlySpan<byte> utf8, string path)
    {
        var reader = new ScenarioReader(path);
        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
            throw reader.Wrong(null, null, "the file is empty", null);
        return reader.ReadFile(reader._json.Parse(utf8));
    }

    private LoadScenario ReadFile(JsonNodeWithLine root)
    {
        if (root.Type != JsonTokenType.StartObject)
            throw Wrong(root.Line, null, "a scenario is a JSON object", "Write { \"schema\": 1, \"name\": …, \"steps\": [ … ], \"profiles\": { … } }.");
        // First: a newer file may have properties that are unknown here, and that is not what is wrong with it.
        _json.CheckSchema(root, LoadScenario.Schema, "PerfAssert");
        var members = _json.Members(root, null, ScenarioFormat.FileProperties);
        if (members.TryGetValue(ScenarioFormat.SchemaLink, out var link))
            _json.Text(link, ScenarioFormat.SchemaLink);

        var (name, budget) = (Name(ScenarioFormat.Name), Name(ScenarioFormat.Budget));
        if (name is null)
            throw Wrong(root.Line, ScenarioFormat.Name, "a scenario without a name", "Add one, such as \"name\": \"messages\".");
        var data = members.TryGetValue(ScenarioFormat.Data, out var rows) ? ReadData(rows) : [];
        var steps = new StepReader(_json, Wrong);
        // The setup runs before the first iteration, so neither rows nor numbers of iterations are there yet.
        var known = new HashSet<string>(StringComparer.Ordinal);
        var setup = members.TryGetValue(ScenarioFormat.Setup, out var before) ? steps.Read(ScenarioFormat.Setup, before, known) : [];
        foreach (var column in data.IsEmpty ? [] : data[0].Keys)
        {
            if (!known.Add(column))
                throw Wrong(rows!.Line, ScenarioFormat.Data, $"the column '{column}' is called like something that the setup extracts", "Give one of the two another name.");
        }

        known.Add(ScenarioFormat.Iteration);
        if (!members.TryGetValue(ScenarioFormat.Steps, out var own))
            throw Wrong(root.Line, ScenarioFormat.Steps, "a scenario without steps", "Add \"steps\": [ { \"method\": \"GET\", \"path\": \"/\" } ].");
        return new LoadScenario
        {
            Path = _path,
            Name = name,
            Description = members.TryGetValue(ScenarioFormat.Description, out var description) ? _json.Text(description, ScenarioFormat.Description) : null,
            Budget = budget,
            Data = data,
            Setup = setup,
            Steps = steps.Read(ScenarioFormat.Steps, own, known) is { IsEmpty: false } read ? read : throw Wrong(own.Line, ScenarioFormat.Steps, "no step", "Add one, such as { \"method\": \"GET\", \"path\": \"/\" }."),
            Profiles = members.TryGetValue(ScenarioFormat.Profiles, out var profiles) ? new ProfileReader(_json, Wrong).Read(profiles)
                : throw Wrong(root.Line, ScenarioFormat.Profiles, "a scenario without profiles", "Add \"profiles\": { \"smoke\": { \"rate\": 10, \"duration\": \"3 s\" } }."),
        };

        string? Name(string key)
        {
            if (!members.TryGetValue(key, out var node))
                return null;
            var text = _json.Text(node, key);
            return ScenarioFormat.IsName(text) ? text
                : throw Wrong(node.Line, key, $"'{text}' is not a name", "Use letters and digits with points, hyphens or underscores between them, such as conversations.list; at most 100 characters.");
        }
    }

    private ImmutableArray<ImmutableSortedDictionary<string, LoadValue>> ReadData(JsonNodeWithLine node)
    {
        if (node.Type != JsonTokenType.StartArray)
            throw Wrong(node.Line, ScenarioFormat.Data, "not a list", "Write [ { \"conversation\": 1 }, { \"conversation\": 2 } ].");
        var rows = ImmutableArray.CreateBuilder<ImmutableSortedDictionary<string, LoadValue>>();
        foreach (var item in (IReadOnlyList<JsonNodeWithLine>)node.Value!)
        {
            var row = _json.Members(item, ScenarioFormat.Data).ToImmutableSortedDictionary(member => member.Name, member => ReadValue(member.Name, member.Node), StringComparer.Ordinal);
            if (row.IsEmpty)
                throw Wrong(item.Line, ScenarioFormat.Data, "a row without values", "Give it columns, or leave it out.");
            if (rows.Count > 0 && !row.Keys.SequenceEqual(rows[0].Keys))
                throw Wrong(item.Line, ScenarioFormat.Data, $"a row with {string.Join(", ", row.Keys)}, and the first has {string.Join(", ", rows[0].Keys)}", "All rows have the same columns.");
            rows.Add(row);
        }

        return rows.Count > 0 ? rows.ToImmutable() : throw Wrong(node.Line, ScenarioFormat.Data, "no row", "Add one, or leave \"data\" out.");
    }

    private LoadValue ReadValue(string name, JsonNodeWithLine node)
    {
        var key = StrictJson.Join(ScenarioFormat.Data, name);
        if (!ScenarioFormat.IsVariable(name) || name == ScenarioFormat.Iteration)
            throw Wrong(node.Line, key, "not a name of a variable", $"Use a letter and then letters, digits or underscores; '{ScenarioFormat.Iteration}' is the iteration's number.");
        return node.Type switch
        {
            JsonTokenType.String => new LoadValue((string)node.Value!, IsText: true),
            JsonTokenType.Number => new LoadValue(ScenarioJson.Write((double)node.Value!) ?? throw Wrong(node.Line, key, "a number that clients write in different ways", "Write it as a text."), IsText: false),
            JsonTokenType.True => new LoadValue("true", IsText: false),
            JsonTokenType.False => new LoadValue("false", IsText: false),
            _ => throw Wrong(node.Line, key, "neither a text, a number nor a boolean", "A row has simple values."),
        };
    }

    private LoadScenarioException Wrong(long? line, string? key, string problem, string? remedy) => new(_path, line, key, problem, remedy ?? "Correct the file; docs/load-scenarios.md shows what goes in.");
}
