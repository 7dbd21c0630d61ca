using System.Text;
using CsCheck;
using PerfAssert.Loads;
using PerfAssert.Loads.Scenarios;
using PerfTool.K6;

namespace PerfTool.Tests.K6;

public sealed class K6ScriptTests
{
    private const string Journey = """
        {
          "schema": 1, "name": "journey",
          "setup": [{ "name": "sign in", "method": "POST", "path": "/login", "body": { "key": "{{env:KEY}}" }, "extract": { "token": "text", "first": "items[0].id" } }],
          "steps": [
            { "method": "POST", "path": "/orders/{{first}}", "headers": { "Authorization": "Bearer {{env:KEY2}}" }, "body": { "n": "{{iteration}}", "of": "{{row}} {{row}}" }, "status": 201, "extract": { "order": "id" } },
            { "method": "GET", "path": "/orders/{{order}}?x={{token}}" }
          ],
          "data": [{ "row": "a" }, { "row": 2 }, { "row": true }],
          "profiles": { "smoke": { "rate": 1, "duration": "1 s" } }
        }
        """;

    /// <summary>Of any scenario both send the same. A text that ends a literal of the script would make it another script, or none.</summary>
    [NodeFact]
    public void A_script_asks_what_the_scenario_asks_in_dotnet() => GenScenario.Files.Array[60].Sample(
        files => SameAsync([.. files]).GetAwaiter().GetResult(), iter: 1, threads: 1);

    [NodeFact]
    public async Task Extracted_values_reach_later_steps() => await SameAsync([Journey]);

    [NodeFact]
    public async Task A_wrong_answer_ends_the_iteration()
    {
        using var k6 = new K6StandIn();
        k6.Write("script.js", Script(Journey));
        k6.Write("wrong.js", """
            import { asked, standIn } from 'k6';
            globalThis.__ENV = { BASE_URL: 'http://x', KEY: 'k', KEY2: 'k' };
            const script = await import('./script.js');
            standIn.answer = '{"id":null}';
            try { script.default({ token: 't', first: 1 }); } catch (e) { console.log(asked.length, e.message); }
            """);

        Assert.Equal("1 POST /orders/{{first}}: no order in the answer\n", await NodeTools.RunAsync(k6.Folder, "wrong.js"));
    }

    [NodeFact]
    public async Task A_variable_that_is_not_set_is_told_before_the_load()
    {
        using var k6 = new K6StandIn();
        k6.Write("script.js", Script(Journey));
        k6.Write("unset.js", """
            globalThis.__ENV = { BASE_URL: 'http://x' };
            const script = await import('./script.js');
            try { script.setup(); } catch (e) { console.log(e.message); }
            """);

        Assert.Equal("KEY is not set: k6 run --env KEY=...\n", await NodeTools.RunAsync(k6.Folder, "unset.js"));
    }

    [NodeFact]
    public async Task A_line_break_gets_into_no_header()
    {
        using var k6 = new K6StandIn();
        k6.Write("script.js", Script("""{ "schema": 1, "name": "a", "steps": [{ "method": "GET", "path": "/", "headers": { "X-A": "{{row}}" } }], "data": [{ "row": "a\r\nX-B: 1" }], "profiles": { "smoke": { "rate": 1, "duration": "1 s" } } }"""));
        k6.Write("header.js", """
            import { asked } from 'k6';
            globalThis.__ENV = { BASE_URL: 'http://x' };
            const script = await import('./script.js');
            try { script.default({}); } catch (e) { console.log(asked.length, e.message); }
            """);

        Assert.Equal("0 a header would hold a control character, such as a line break\n", await NodeTools.RunAsync(k6.Folder, "header.js"));
    }

    internal static string Script(string json, string profile = "smoke") => K6Script.Write(new K6Export(LoadScenario.Parse(Encoding.UTF8.GetBytes(json), "shop.load.json"), profile, null));

    private static async Task SameAsync(IReadOnlyList<string> files)
    {
        using var k6 = new K6StandIn();
        var results = await k6.RunAsync([.. files.Select(file => Script(file))]);
        foreach (var (file, (_, asked)) in files.Zip(results))
            Assert.Equal(await AskAsync(LoadScenario.Parse(Encoding.UTF8.GetBytes(file), "shop.load.json")), asked);
    }

    private static async Task<IReadOnlyList<AskedRequest>> AskAsync(LoadScenario scenario)
    {
        var steps = new Queue<LoadScenarioStep>([.. scenario.Setup, .. Enumerable.Repeat(scenario.Steps, 4).SelectMany(one => one)]);
        var handler = new AskingHandler(() => steps.Dequeue().Status ?? 200);
        using var client = new HttpClient(handler) { BaseAddress = new Uri("https://shop.example/base/") };
        foreach (var name in scenario.EnvironmentVariables)
            Environment.SetEnvironmentVariable(name, K6StandIn.Secret);
        var run = await scenario.StartAsync(client);
        for (var i = 0; i < 4; i++)
            await run.RunAsync(new LoadIteration(i, -1, CancellationToken.None));
        return handler.Asked;
    }
}
