using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PerfBudgets.Json;
using PerfBudgets.Reading;

namespace PerfAssert.Loads.Scenarios.Reading;

/// <summary>Reads texts with <c>{{variables}}</c> in them.</summary>
/// <param name="wrong">Words an error.</param>
internal sealed class TextReader(JsonFault wrong)
{
    /// <summary>Reads a text.</summary>
    /// <param name="key">Its place.</param>
    /// <param name="line">Its line.</param>
    /// <param name="text">The text.</param>
    /// <param name="known">The variables that there are.</param>
    public LoadText Read(string key, long line, string text, IReadOnlyCollection<string> known)
    {
        var parts = ImmutableArray.CreateBuilder<LoadTextPart>();
        var rest = text.AsSpan();
        while (rest.IndexOf("{{") is var start and >= 0)
        {
            if (start > 0)
                parts.Add(new LoadTextPart(LoadTextKind.Literal, rest[..start].ToString()));
            rest = rest[(start + 2)..];
            var end = rest.IndexOf("}}");
            if (end < 0)
                throw wrong(line, key, "'{{' begins a variable, and no '}}' ends it", "Write {{name}}.");
            parts.Add(Variable(key, line, rest[..end].Trim().ToString(), known));
            rest = rest[(end + 2)..];
        }

        if (rest.Length > 0 || parts.Count == 0)
            parts.Add(new LoadTextPart(LoadTextKind.Literal, rest.ToString()));
        return new LoadText(parts.ToImmutable());
    }

    /// <summary>Reads JSON whose texts may have variables in them: it becomes a text, so that every client sends the same.</summary>
    public LoadText ReadJson(string key, JsonNodeWithLine node, IReadOnlyCollection<string> known)
    {
        var (parts, literal) = (ImmutableArray.CreateBuilder<LoadTextPart>(), new StringBuilder());
        Add(node);
        Flush();
        return new LoadText(parts.ToImmutable());

        void Add(JsonNodeWithLine value)
        {
            switch (value.Type)
            {
                case JsonTokenType.StartObject:
                    AddAll('{', '}', value.Members, member =>
                    {
                        if (member.Name.Contains("{{", StringComparison.Ordinal))
                            throw wrong(value.Line, key, "a variable in a name", "Variables stand in values.");
                        literal.Append(ScenarioJson.Quote(member.Name)).Append(':');
                        Add(member.Node);
                    });
                    break;
                case JsonTokenType.StartArray:
                    AddAll('[', ']', (IReadOnlyList<JsonNodeWithLine>)value.Value!, Add);
                    break;
                case JsonTokenType.String:
                    AddText(value.Line, (string)value.Value!);
                    break;
                case JsonTokenType.Number:
                    literal.Append(ScenarioJson.Write((double)value.Value!) ?? throw wrong(value.Line, key, "a number that clients write in different ways", "Write it as a text, or nearer to 1."));
                    break;
                default:
                    literal.Append(value.Type switch { JsonTokenType.True => "true", JsonTokenType.False => "false", _ => "null" });
                    break;
            }
        }

        void AddAll<T>(char open, char close, IReadOnlyList<T> items, Action<T> add)
        {
            literal.Append(open);
            for (var i = 0; i < items.Count; i++)
            {
                if (i > 0)
                    literal.Append(',');
                add(items[i]);
            }

            literal.Append(close);
        }

        void AddText(long line, string text)
        {
            var read = Read(key, line, text, known);
            if (read.Parts is [{ Kind: not LoadTextKind.Literal } only])
            {
                Flush();
                parts.Add(only with { IsWholeValue = true });
                return;
            }

            literal.Append('"');
            foreach (var part in read.Parts)
            {
                if (part.Kind == LoadTextKind.Literal)
                {
                    literal.Append(ScenarioJson.Quote(part.Text).AsSpan()[1..^1]);
                    continue;
                }

                Flush();
                parts.Add(part);
            }

            literal.Append('"');
        }

        void Flush()
        {
            if (literal.Length > 0)
                parts.Add(new LoadTextPart(LoadTextKind.Literal, literal.ToString()));
            literal.Clear();
        }
    }

    /// <summary>Reads where a value stands in JSON; the text has that form.</summary>
    public static LoadValuePath ReadPath(string text) => new(
    [
        .. text.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Select(step => step[0] == '[' ? ((string?)null, int.Parse(step.AsSpan(1, step.Length - 2), CultureInfo.InvariantCulture)) : (step, 0)),
    ]);

    private LoadTextPart Variable(string key, long line, string name, IReadOnlyCollection<string> known)
    {
        if (name.StartsWith(ScenarioFormat.EnvironmentPrefix, StringComparison.Ordinal))
        {
            var variable = name[ScenarioFormat.EnvironmentPrefix.Length..];
            return ScenarioFormat.IsEnvironmentVariable(variable) ? new LoadTextPart(LoadTextKind.Environment, variable)
                : throw wrong(line, key, $"'{variable}' is not a name of an environment variable", "Use letters, digits and underscores, such as {{env:API_TOKEN}}.");
        }

        if (known.Contains(name))
            return new LoadTextPart(LoadTextKind.Variable, name);
        var near = NearNames.Of(name, known);
        throw wrong(
            line, key, $"there is no variable '{name}' here",
            near.Count > 0 ? $"Did you mean {string.Join(" or ", near.Select(one => $"'{one}'"))}?"
            : known.Count > 0 ? $"Known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}. Columns of the data and what earlier steps extract are variables; {{{{env:NAME}}}} is an environment variable."
            : "Nothing is known before the setup's first step but the environment: {{env:NAME}}.");
    }
}
