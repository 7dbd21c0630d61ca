using System.Text;
using PerfAssert.Loads.Scenarios;

namespace PerfTool.K6;

/// <summary>The script: what is the scenario's own, and after it what all scripts have (k6-script.js).</summary>
internal static class K6Script
{
    private const string Resource = "k6-script.js";

    /// <summary>What in k6-script.js stands for the scenario, so that the file can be checked as it is.</summary>
    private const string Common = "// -- common --\n";

    /// <summary>Writes it.</summary>
    public static string Write(K6Export export)
    {
        var (scenario, script) = (export.Scenario, new StringBuilder());
        script.Append($"// @ts-check\n// {K6Export.Mark} from {JsText.Quote(Path.GetFileName(scenario.Path))}, profile {JsText.Quote(export.ProfileName)}: export again rather than edit.\n");
        script.Append("import exec from 'k6/execution';\nimport http from 'k6/http';\nimport { check, fail } from 'k6';\n\n");
        script.Append("/** @type {import('k6/options').Options} */\nexport const options = {\n  scenarios: {\n");
        foreach (var line in K6Executors.Lines(export.Profile, export.Operation))
            script.Append(line).Append('\n');
        script.Append("  },\n  thresholds: {\n");
        foreach (var (metric, limits) in K6Thresholds.Of(export))
            script.Append($"    {JsText.Quote(metric)}: [{string.Join(", ", limits.Select(JsText.Quote))}],\n");
        script.Append("  },\n  summaryTrendStats: ['min', 'med', 'avg', 'p(95)', 'p(99)', 'max', 'count'],\n};\n\n");
        script.Append($"const requestTimeout = {JsText.Of(export.Profile.RequestTimeout)};\n\n");
        script.Append("/** What iterations take in turn.\n * @type {Record<string, Value>[]} */\nconst rows = [");
        foreach (var row in scenario.Data)
            script.Append($"\n  {{ {string.Join(", ", row.Select(column => $"{JsText.Quote(column.Key)}: {Value(column.Value)}"))} }},");
        script.Append(scenario.Data.IsEmpty ? "{}];\n\n" : "\n];\n\n");

        script.Append("/** Once, before the load. */\nexport function setup() {\n");
        foreach (var name in scenario.EnvironmentVariables.Prepend("BASE_URL"))
            script.Append($"  environment({JsText.Quote(name)});\n");
        script.Append("  /** @type {Record<string, Value>} */\n  const v = {};\n");
        foreach (var step in scenario.Setup)
            Append(script, step);
        script.Append("  return v;\n}\n\n");

        script.Append("/** One iteration.\n * @param {Record<string, Value>} data what the setup found out */\nexport default function (data) {\n");
        script.Append("  const iteration = exec.scenario.iterationInTest;\n  /** @type {Record<string, Value>} */\n  const v = { ...data, ...rows[iteration % rows.length], iteration };\n");
        foreach (var step in scenario.Steps)
            Append(script, step);
        script.Append("}\n\n");
        return script.Append(ReadCommon()).ToString();
    }

    private static void Append(StringBuilder script, LoadScenarioStep step)
    {
        script.Append($"  send(v, {{\n    name: {JsText.Quote(step.Name)},\n    method: {JsText.Quote(step.Method)},\n    path: {Expression(step.Path, _ => "inPath")},\n");
        script.Append($"    headers: {{{string.Join(",", step.Headers.Select(header => $" {JsText.Quote(header.Key)}: {Expression(header.Value, _ => "inHeader")}"))}{(step.Headers.IsEmpty ? "" : " ")}}},\n");
        script.Append($"    body: {(step.Body is { } body ? Expression(body, part => part.IsWholeValue ? "JSON.stringify" : "inText") : "null")},\n");
        script.Append($"    status: {(step.Status is { } status ? JsText.Of(status) : "null")},\n");
        script.Append($"    extract: {{{string.Join(",", step.Extract.Select(one => $" {JsText.Quote(one.Key)}: [{string.Join(", ", one.Value.Steps.Select(at => at.Name is null ? JsText.Of(at.Index) : JsText.Quote(at.Name)))}]"))}{(step.Extract.IsEmpty ? "" : " ")}}},\n  }});\n");
    }

    private static string Expression(LoadText text, Func<LoadTextPart, string> write) => string.Join(" + ", text.Parts.Select(part => part.Kind switch
    {
        LoadTextKind.Variable => $"{write(part)}(v[{JsText.Quote(part.Text)}])",
        LoadTextKind.Environment => $"{write(part)}(environment({JsText.Quote(part.Text)}))",
        _ => JsText.Quote(part.Text),
    }));

    private static string Value(LoadValue value) => value.IsText ? JsText.Quote(value.Text) : value.Text;

    private static string ReadCommon()
    {
        using var reader = new StreamReader(typeof(K6Script).Assembly.GetManifestResourceStream(Resource)!);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return text[(text.IndexOf(Common, StringComparison.Ordinal) + Common.Length)..];
    }
}
