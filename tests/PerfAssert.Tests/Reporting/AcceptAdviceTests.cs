using PerfAssert.Reporting;

namespace PerfAssert.Tests.Reporting;

public sealed class AcceptAdviceTests : IDisposable
{
    private const string ByTool = "dotnet perftool baseline accept --reason \"…\"";
    private const string ByHand = "mv a b";
    private const string Manifest = """{ "version": 1, "isRoot": true, "tools": { "perftool": { "version": "0.1.0", "commands": ["perftool"] } } }""";

    private readonly TemporaryFolder _folder = new();

    private string Tests => Directory.CreateDirectory(Path.Combine(_folder.Path, "tests", "Shop.PerfTests")).FullName;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_repository_that_has_the_tool_is_told_its_command()
    {
        Write(".config/dotnet-tools.json", Manifest);

        Assert.Equal(ByTool, AcceptAdvice.In(Tests, ByHand));
    }

    [Fact]
    public void A_manifest_may_lie_beside_the_solution_too()
    {
        Write("dotnet-tools.json", Manifest);

        Assert.Equal(ByTool, AcceptAdvice.In(Tests, ByHand));
    }

    [Fact]
    public void Without_a_manifest_the_command_needs_nothing_installed() => Assert.Equal(ByHand, AcceptAdvice.In(Tests, ByHand));

    [Fact]
    public void Other_tools_are_no_help()
    {
        Write(".config/dotnet-tools.json", Manifest.Replace("perftool", "dotnet-ef", StringComparison.Ordinal));

        Assert.Equal(ByHand, AcceptAdvice.In(Tests, ByHand));
    }

    [Fact]
    public void Above_the_root_dotnet_does_not_look_either()
    {
        Write("dotnet-tools.json", Manifest);
        Write("tests/dotnet-tools.json", """{ "version": 1, "isRoot": true, "tools": {} }""");

        Assert.Equal(ByHand, AcceptAdvice.In(Tests, ByHand));
    }

    [Theory]
    [InlineData("{ oops")]
    [InlineData("[1]")]
    [InlineData("""{ "tools": ["perftool"] }""")]
    public void A_manifest_that_says_nothing_is_no_error(string text)
    {
        Write("dotnet-tools.json", text);

        Assert.Equal(ByHand, AcceptAdvice.In(Tests, ByHand));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
