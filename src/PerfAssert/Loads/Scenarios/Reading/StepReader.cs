using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PerfBudgets.Json;

namespace PerfAssert.Loads.Scenarios.Reading;

/// <summary>Reads "setup" and "steps".</summary>
/// <param name="json">Reads the file's parts.</param>
/// <param name="wrong">Words an error.</param>
internal sealed class StepReader(StrictJson json, JsonFault wrong)
{
    private readonly TextReader _texts = new(wrong);

    /// <summary>Reads a list of steps.</summary>
    /// <param name="key">Its place.</param>
    /// <param name="node">The list.</param>
    /// <param name="known">The variables that are there before the first step; what steps extract is added.</param>
    public ImmutableArray<LoadScenarioStep> Read(string key, JsonNodeWithLine node, HashSet<string> known)
    {
        if (node.Type != JsonTokenType.StartArray)
            throw wrong(node.Line, key, "not a list", "Write [ { \"method\": \"GET\", \"path\": \"/\" } ].");
        var steps = ImmutableArray.CreateBuilder<LoadScenarioStep>();
        foreach (var item in (IReadOnlyList<JsonNodeWithLine>)node.Value!)
            steps.Add(ReadStep(string.Create(CultureInfo.InvariantCulture, $"{key} / {steps.Count + 1}"), item, known));
        return steps.ToImmutable();
    }

    private LoadScenarioStep ReadStep(string key, JsonNodeWithLine node, HashSet<string> known)
    {
        var members = json.Members(node, key, ScenarioFormat.StepProperties);
        var method = Text(ScenarioFormat.Method, "such as \"method\": \"GET\"");
        if (!ScenarioFormat.Methods.Contains(method.Text))
            throw wrong(method.Node.Line, Key(ScenarioFormat.Method), $"'{method.Text}' is not a method", $"Use one of {string.Join(", ", ScenarioFormat.Methods)}.");
        var path = ReadPath(Text(ScenarioFormat.Path, "such as \"path\": \"/conversations\""));
        var step = new LoadScenarioStep
        {
            Name = members.TryGetValue(ScenarioFormat.Name, out var name) ? ReadName(name) : $"{method.Text} {path}",
            Method = method.Text,
            Path = path,
            Headers = members.TryGetValue(ScenarioFormat.Headers, out var headers) ? ReadHeaders(headers) : ImmutableSortedDictionary<string, LoadText>.Empty,
            Body = members.TryGetValue(ScenarioFormat.Body, out var body) ? ReadBody(body) : null,
            Status = members.TryGetValue(ScenarioFormat.Status, out var status) ? ReadStatus(status) : null,
            Extract = members.TryGetValue(ScenarioFormat.Extract, out var extract) ? ReadExtract(extract) : ImmutableSortedDictionary<string, LoadValuePath>.Empty,
        };
        known.UnionWith(step.Extract.Keys);
        return step;

        string Key(string property) => StrictJson.Join(key, property);

        (string Text, JsonNodeWithLine Node) Text(string property, string example) =>
            members.TryGetValue(property, out var value) ? (json.Text(value, Key(property)), value) : throw wrong(node.Line, Key(property), $"a step without {property}", $"Add one, {example}.");

        string ReadName(JsonNodeWithLine value)
        {
            var text = json.Text(value, Key(ScenarioFormat.Name));
            return text.Length is > 0 and <= ScenarioFormat.LongestName && !text.Any(char.IsControl) ? text
                : throw wrong(value.Line, Key(ScenarioFormat.Name), "not a name of a step", "Use 1 to 100 characters, none of them a control character.");
        }

        LoadText ReadPath((string Text, JsonNodeWithLine Node) value)
        {
            var text = _texts.Read(Key(ScenarioFormat.Path), value.Node.Line, value.Text, known);
            // Two slashes would begin the name of another host.
            if (!value.Text.StartsWith('/') || value.Text.StartsWith("//", StringComparison.Ordinal))
                throw wrong(value.Node.Line, Key(ScenarioFormat.Path), $"'{value.Text}' is not a path", "Begin with one slash: \"/conversations?take=20\". The address is not the scenario's.");
            return text.Parts.All(part => part.Kind != LoadTextKind.Literal || ScenarioFormat.IsPathText(part.Text)) ? text
                : throw wrong(value.Node.Line, Key(ScenarioFormat.Path), $"'{value.Text}' has a character that no path may have", "Percent-encode it (a space is %20), or put it in a variable, which is encoded.");
        }

        ImmutableSortedDictionary<string, LoadText> ReadHeaders(JsonNodeWithLine value)
        {
            var read = ImmutableSortedDictionary.CreateBuilder<string, LoadText>(StringComparer.OrdinalIgnoreCase);
            foreach (var (header, content) in json.Members(value, Key(ScenarioFormat.Headers)))
            {
                var at = StrictJson.Join(Key(ScenarioFormat.Headers), header);
                if (!ScenarioFormat.IsHeader(header))
                    throw wrong(content.Line, at, "not a name of a header", "Use letters, digits and hyphens, such as X-Tenant.");
                if (ScenarioFormat.OwnHeaders.Contains(header, StringComparer.OrdinalIgnoreCase))
                    throw wrong(content.Line, at, "a header that the client says", "Leave it out: a body is JSON and says so.");
                if (read.ContainsKey(header))
                    throw wrong(content.Line, at, "the header comes twice", "Names of headers are the same in capitals and small letters: keep one.");
                var text = json.Text(content, at);
                if (text.Any(char.IsControl) || !text.All(char.IsAscii))
                    throw wrong(content.Line, at, "a character that no header may have", "Use ASCII without control characters.");
                read[header] = _texts.Read(at, content.Line, text, known);
                if (ScenarioFormat.SecretHeaders.Contains(header, StringComparer.OrdinalIgnoreCase) && read[header].Parts.All(part => part.Kind == LoadTextKind.Literal))
                    throw wrong(content.Line, at, "a secret in a file", "Take it from the environment, \"Bearer {{env:API_TOKEN}}\", or extract it in the setup.");
            }

            return read.ToImmutable();
        }

        LoadText ReadBody(JsonNodeWithLine value)
        {
            if (method.Text is "GET" or "HEAD")
                throw wrong(value.Line, Key(ScenarioFormat.Body), $"a body of {method.Text}", "Use another method, or leave the body out: clients differ in whether they send it.");
            return _texts.ReadJson(Key(ScenarioFormat.Body), value, known);
        }

        int ReadStatus(JsonNodeWithLine value) => value is { Type: JsonTokenType.Number, Value: double status and >= 100 and <= 599 } && status % 1 == 0 ? (int)status
            : throw wrong(value.Line, Key(ScenarioFormat.Status), "not a status", "Write a whole number from 100 to 599; without one, 200 to 299 are right.");

        ImmutableSortedDictionary<string, LoadValuePath> ReadExtract(JsonNodeWithLine value)
        {
            var read = ImmutableSortedDictionary.CreateBuilder<string, LoadValuePath>(StringComparer.Ordinal);
            foreach (var (variable, where) in json.Members(value, Key(ScenarioFormat.Extract)))
            {
                var at = StrictJson.Join(Key(ScenarioFormat.Extract), variable);
                if (!ScenarioFormat.IsVariable(variable) || variable == ScenarioFormat.Iteration)
                    throw wrong(where.Line, at, "not a name of a variable", $"Use a letter and then letters, digits or underscores; '{ScenarioFormat.Iteration}' is the iteration's number.");
                if (known.Contains(variable))
                    throw wrong(where.Line, at, $"'{variable}' is there already", "Give it another name.");
                var text = json.Text(where, at);
                if (!ScenarioFormat.IsValuePath(text))
                    throw wrong(where.Line, at, $"'{text}' is not a place in JSON", "Write names and indexes: \"accessToken\", \"items[0].id\".");
                read[variable] = TextReader.ReadPath(text);
            }

            return read.ToImmutable();
        }
    }
}
