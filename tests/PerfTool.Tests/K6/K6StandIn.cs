using System.Text.Json;

namespace PerfTool.Tests.K6;

/// <summary>
/// k6 is no program that a test can rely on, so its modules are played by a few lines in Node: they answer each request alike, and keep what
/// was asked. What they cannot show is k6's own timing.
/// </summary>
internal sealed class K6StandIn : IDisposable
{
    /// <summary>What every request is answered with.</summary>
    public const string Answer = """{"id":17,"text":"ä \"b\" 'c' \\ /?#&","items":[{"id":1.5,"ok":true}]}""";

    /// <summary>The value of every environment variable: what could end a literal, in one text.</summary>
    public const string Secret = "p\"a's`s${1}\\ \u2028</script>*/é";

    private const string Program = """
        import { asked, standIn } from 'k6';
        const results = [];
        for (let i = 0; i < Number(process.argv[2]); i++) {
          globalThis.__ENV = new Proxy({}, { get: (_, name) => (name === 'BASE_URL' ? 'https://shop.example/base/' : standIn.secret) });
          const script = await import(`./${i}.js`);
          asked.length = 0;
          const data = script.setup();
          for (standIn.iteration = 0; standIn.iteration < 4; standIn.iteration++) script.default(JSON.parse(JSON.stringify(data)));
          results.push({ options: script.options, asked: [...asked] });
        }
        console.log(JSON.stringify(results));
        """;

    private const string Module = """
        export const asked = [];
        export const standIn = { iteration: 0, status: 200, answer: ANSWER, secret: SECRET };
        export function check(value, checks) { return Object.values(checks).every((one) => one(value)); }
        export function fail(message) { throw new Error(message); }
        """;

    private const string Http = """
        import { asked, standIn } from './index.js';
        const expectedStatuses = (...expected) => expected;
        function request(method, url, body, params) {
          asked.push({ method, url, headers: params.headers, body });
          return { status: params.responseCallback[0].min ?? params.responseCallback[0], body: standIn.answer };
        }
        export default { request, expectedStatuses };
        """;

    private const string Execution = """
        import { standIn } from './index.js';
        export default { scenario: { get iterationInTest() { return standIn.iteration; } } };
        """;

    private readonly TemporaryFolder _folder = new();

    public K6StandIn()
    {
        _folder.Write("package.json", """{ "type": "module" }""");
        _folder.Write("main.js", Program);
        _folder.Write("node_modules/k6/package.json", """{ "name": "k6", "type": "module", "exports": { ".": "./index.js", "./http": "./http.js", "./execution": "./execution.js" } }""");
        _folder.Write("node_modules/k6/index.js", Module.Replace("ANSWER", JsonSerializer.Serialize(Answer), StringComparison.Ordinal).Replace("SECRET", JsonSerializer.Serialize(Secret), StringComparison.Ordinal));
        _folder.Write("node_modules/k6/http.js", Http);
        _folder.Write("node_modules/k6/execution.js", Execution);
    }

    public string Folder => _folder.Path;

    /// <summary>Runs setup and four iterations of each script.</summary>
    public async Task<IReadOnlyList<(JsonElement Options, IReadOnlyList<AskedRequest> Asked)>> RunAsync(IReadOnlyList<string> scripts)
    {
        for (var i = 0; i < scripts.Count; i++)
            _folder.Write($"{i}.js", scripts[i]);
        var results = JsonDocument.Parse(await NodeTools.RunAsync(Folder, "main.js", $"{scripts.Count}")).RootElement;
        return
        [
            .. results.EnumerateArray().Select(result => (result.GetProperty("options"), (IReadOnlyList<AskedRequest>)
            [
                .. result.GetProperty("asked").EnumerateArray().Select(asked => new AskedRequest(
                    asked.GetProperty("method").GetString()!, asked.GetProperty("url").GetString()!,
                    string.Join('\n', asked.GetProperty("headers").EnumerateObject().Select(header => $"{header.Name}: {header.Value.GetString()}").Order(StringComparer.Ordinal)),
                    AskedRequest.Normal(asked.GetProperty("body").GetString()))),
            ])),
        ];
    }

    /// <summary>Writes a file beside the scripts.</summary>
    public void Write(string name, string content) => _folder.Write(name, content);

    public string Read(string name) => _folder.Read(name);

    public void Dispose() => _folder.Dispose();
}
