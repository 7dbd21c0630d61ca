using PerfTool.Cli;
using YamlDotNet.RepresentationModel;

namespace PerfTool.Tests.Templates;

/// <summary>The workflows that perftool init hands out.</summary>
public sealed class TemplateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. s_names];

    private static readonly string[] s_names = [.. typeof(Terminal).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("templates/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void There_is_one_for_pull_requests_one_for_main_and_one_for_warnings() =>
        Assert.Equal(["templates/perf-baseline.yml", "templates/perf-gate.yml", "templates/perf-sarif.yml"], s_names);

    [Theory, MemberData(nameof(Names))]
    public void It_reads_the_repository_and_writes_no_code(string name) =>
        Assert.Equal("read", ((YamlMappingNode)Read(name)["permissions"])["contents"].ToString());

    [Theory]
    [InlineData("templates/perf-gate.yml", "contents: read, pull-requests: write")]
    [InlineData("templates/perf-baseline.yml", "contents: read")]
    [InlineData("templates/perf-sarif.yml", "contents: read, security-events: write")]
    public void It_may_do_what_it_needs_and_no_more(string name, string permissions) =>
        Assert.Equal(permissions, string.Join(", ", ((YamlMappingNode)Read(name)["permissions"]).Children.Select(one => $"{one.Key}: {one.Value}")));

    [Theory, MemberData(nameof(Names))]
    public async Task Its_commands_of_report_and_gate_work_as_they_stand(string name)
    {
        _folder.Write(Some.File(Some.Test()));
        var lines = Text(name).Split('\n').Select(line => line.Trim().TrimStart('-').Trim()).Select(line => line.StartsWith("run: ", StringComparison.Ordinal) ? line[5..] : line);
        foreach (var line in lines.Where(line => line.StartsWith("dotnet perftool report", StringComparison.Ordinal) || line.StartsWith("dotnet perftool gate", StringComparison.Ordinal)))
            Assert.Equal(0, (await Tool.RunAsync(_folder.Path, line.Split(" >> ")[0].Split(' ')[2..])).ExitCode);
    }

    private static YamlMappingNode Read(string name)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text(name)));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Terminal).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
