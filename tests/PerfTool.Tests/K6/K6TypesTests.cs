using CsCheck;

namespace PerfTool.Tests.K6;

public sealed class K6TypesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Every profile of the sample, and scenarios of any text.</summary>
    [K6TypesFact]
    public async Task Scripts_keep_to_the_types_of_k6()
    {
        var scenarios = Directory.GetFiles(Path.Combine(NodeTools.TypesFolder, "../../samples/Congregation/load"), "*.load.json");
        Assert.NotEmpty(scenarios);
        foreach (var scenario in scenarios)
            Assert.Equal(0, (await Tool.RunAsync(_folder.Path, "k6", "export", scenario)).ExitCode);
        var count = 0;
        GenScenario.Files.Sample(file => { _folder.Write($"any{Interlocked.Increment(ref count)}.k6.js", K6ScriptTests.Script(file)); }, iter: 40);

        await CheckAsync();
    }

    [K6TypesFact]
    public async Task A_script_that_does_not_keep_to_them_is_found()
    {
        _folder.Write("wrong.k6.js", "// @ts-check\nimport http from 'k6/http';\nhttp.get(1);\n");

        await Assert.ThrowsAnyAsync<Exception>(CheckAsync);
    }

    private async Task CheckAsync()
    {
        _folder.Write("tsconfig.json", File.ReadAllText(Path.Combine(NodeTools.TypesFolder, "tsconfig.json")));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "node_modules"), NodeTools.Modules);
        await NodeTools.RunAsync(_folder.Path, Path.Combine(NodeTools.Modules, "typescript/bin/tsc"), "-p", ".");
    }
}
