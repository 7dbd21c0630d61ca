using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace PerfTool.Tests.K6;

/// <summary>Scenarios of any texts that the reader allows.</summary>
internal static class GenScenario
{
    /// <summary>What ends literals, lines, comments and placeholders in JavaScript and YAML, among other text.</summary>
    private static readonly Gen<string> Wild = Gen.OneOf(
        Pick("\"", "'", "`", "${process.exit(1)}", "\\", "\\u0022", "*/", "//", "</script>", "\u2028", "\u2029", "\r\n", "\0", "\"); throw 1; (\"", "{", "}", "%", "ä", "😀", "\uFEFF", "__proto__"), Gen.String)
        .Array[0, 4].Select(parts => Single(Well(string.Concat(parts))));

    private static readonly Gen<string> PathText = Pick("a", "A9._~-", "!$&'()*+,;=:@", "%2F%22", "/..", "/./x", "?q=", "/", "constructor").Array[0, 4].Select(string.Concat);

    private static readonly Gen<string> HeaderText = Gen.Char[' ', '~'].Array[0, 12].Select(chars => Single(new string(chars).Trim()));

    /// <summary>Known in all steps but those of the setup.</summary>
    private static readonly Gen<string> Variables = Pick("{{row}}", "{{constructor}}", "{{iteration}}", "{{env:SECRET}}");

    private static readonly Gen<JsonNode?> Values = Gen.OneOf(Wild.Select(text => (JsonNode?)text), Gen.Int.Select(n => (JsonNode?)n), Gen.Double[-1e9, 1e9].Select(n => (JsonNode?)Math.Round(n, 3)), Gen.Bool.Select(b => (JsonNode?)b));

    /// <summary>A file, as JSON.</summary>
    public static Gen<string> Files { get; } = Gen.Select(Steps(Gen.OneOf(Wild, Pick("{{env:SECRET}}"))).Array[0, 2], Steps(Gen.OneOf(Wild, Variables)).Array[1, 3], Gen.Select(Values, Values).Array[1, 3], Wild).Select((setup, steps, rows, description) => new JsonObject
    {
        ["schema"] = 1, ["name"] = "shop", ["description"] = description,
        ["setup"] = new JsonArray([.. setup.Select(step => step.DeepClone())]),
        ["steps"] = new JsonArray([.. steps.Select(step => step.DeepClone())]),
        ["data"] = new JsonArray([.. rows.Select(row => new JsonObject { ["row"] = row.Item1?.DeepClone(), ["constructor"] = row.Item2?.DeepClone() })]),
        ["profiles"] = new JsonObject { ["smoke"] = new JsonObject { ["rate"] = 1, ["duration"] = "1 s" } },
    }.ToJsonString());

    private static Gen<JsonObject> Steps(Gen<string> text) => Gen.Select(Pick("GET", "POST", "DELETE"), PathText, text, HeaderText, text.Array[0, 3], Values, Gen.Int[200, 299], Gen.Bool).Select((method, path, variable, header, texts, value, status, hasStatus) =>
    {
        var step = new JsonObject { ["method"] = method, ["path"] = "/" + path.TrimStart('/') + (variable.StartsWith("{{", StringComparison.Ordinal) ? variable : ""), ["headers"] = new JsonObject { ["X-Own"] = header } };
        if (method == "POST")
            step["body"] = new JsonObject { ["value"] = value?.DeepClone(), ["texts"] = new JsonArray([.. texts.Select(one => (JsonNode?)one)]), ["joined"] = string.Join(' ', texts) };
        if (hasStatus)
            step["status"] = status;
        return step;
    });

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>Two braces would begin a variable.</summary>
    private static string Single(string text)
    {
        while (text.Contains("{{", StringComparison.Ordinal))
            text = text.Replace("{{", "{", StringComparison.Ordinal);
        return text;
    }

    /// <summary>No lone surrogates, which no file can hold.</summary>
    private static string Well(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
