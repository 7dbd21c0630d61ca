using System.Text.Json;

namespace PerfTool.Tests.Indexes;

public sealed class IndexesCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public IndexesCommandTests() => _folder.Write("build.sarif", SarifText.Log(SarifText.Advice("Shop.Order", "Email", "1", file: Path.Combine(_folder.Path, "Queries.cs"), line: 7)));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("advise")]
    [InlineData("sql")]
    [InlineData("migration")]
    [InlineData("measure")]
    public async Task Help_has_examples(string command) =>
        Assert.Matches($@"(?s)Examples:\n  perftool indexes {command}\b.*Exit codes", (await Tool.RunAsync(_folder.Path, "indexes", command, "--help")).Output.ReplaceLineEndings("\n"));

    [Fact]
    public async Task Advice_has_table_columns_and_the_queries_place()
    {
        var run = await Tool.RunAsync(_folder.Path, "indexes", "advise", "--sarif", "build.sarif");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"Orders +\(Email\) +Queries\.cs:7 \(PERF101\) *\n1 index for 1 query\n$", run.Output);
    }

    [Fact]
    public async Task Advice_is_JSON_for_machines()
    {
        using var json = JsonDocument.Parse((await Tool.RunAsync(_folder.Path, "indexes", "advise", "--sarif", "build.sarif", "--json")).Output);
        var index = Assert.Single(json.RootElement.GetProperty("indexes").EnumerateArray());

        Assert.Equal(("Shop.Order", "Orders", "Email", "Queries.cs", 7), (
            index.GetProperty("entity").GetString(), index.GetProperty("table").GetProperty("name").GetString(), index.GetProperty("columns")[0].GetProperty("column").GetString(),
            index.GetProperty("queries")[0].GetProperty("file").GetString(), index.GetProperty("queries")[0].GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Logs_of_several_projects_are_merged()
    {
        _folder.Write("other.sarif", SarifText.Log(SarifText.Advice("Shop.Order", "Email,Status", "2", file: Path.Combine(_folder.Path, "Reports.cs"))));

        Assert.EndsWith("1 index for 2 queries\n", (await Tool.RunAsync(_folder.Path, "indexes", "advise", "--sarif", "build.sarif", "other.sarif")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_without_findings_misses_no_index()
    {
        _folder.Write("build.sarif", SarifText.Log());

        Assert.Equal((0, "No index is missing, as far as the rules that are switched on can tell.\n"), (await Tool.RunAsync(_folder.Path, "indexes", "advise", "--sarif", "build.sarif")) is var run ? (run.ExitCode, run.Output) : default);
    }

    [Fact]
    public async Task A_build_without_PerfAnalyzers_tells_nothing()
    {
        _folder.Write("build.sarif", SarifText.Log().Replace("PERF101", "CA1000", StringComparison.Ordinal));

        await AssertWrongUse("PerfAnalyzers had no part in the build", "advise", "--sarif", "build.sarif");
    }

    [Fact]
    public Task A_log_that_is_not_there_is_wrong_use() => AssertWrongUse("nowhere.sarif is not there", "advise", "--sarif", "nowhere.sarif");

    [Fact]
    public Task A_folder_without_a_project_is_wrong_use() => AssertWrongUse("has neither a solution nor a project", "advise");

    [Fact]
    public Task A_solution_and_logs_are_too_much() => AssertWrongUse("Shop.sln would be built and --sarif be read", "advise", "Shop.sln", "--sarif", "build.sarif");

    [Fact]
    public Task Only_PostgreSQL_builds_concurrently() => AssertWrongUse("--concurrently is PostgreSQL's", "sql", "--provider", "sqlite", "--concurrently", "--sarif", "build.sarif");

    [Fact]
    public async Task A_table_that_the_log_does_not_name_has_no_SQL()
    {
        _folder.Write("build.sarif", _folder.Read("build.sarif").Replace("\"table\"", "\"of another version\"", StringComparison.Ordinal));

        await AssertWrongUse("The log does not say what the table of Shop.Order is called (advised at Queries.cs:7 (PERF101))", "sql", "--provider", "sqlite", "--sarif", "build.sarif");
    }

    [Fact]
    public async Task A_file_of_the_user_is_replaced_only_with_force()
    {
        _folder.Write("indexes.sql", "mine");
        string[] command = ["sql", "--provider", "sqlite", "--sarif", "build.sarif", "--output", "indexes.sql"];

        await AssertWrongUse("indexes.sql is there already", command);
        Assert.Equal("mine", _folder.Read("indexes.sql"));
        Assert.Equal(0, (await Tool.RunAsync(_folder.Path, ["indexes", .. command, "--force"])).ExitCode);
        Assert.Contains("CREATE INDEX IF NOT EXISTS \"IX_Orders_Email\" ON \"Orders\" (\"Email\");", _folder.Read("indexes.sql"), StringComparison.Ordinal);
    }

    private async Task AssertWrongUse(string problem, params string[] command)
    {
        var run = await Tool.RunAsync(_folder.Path, ["indexes", .. command]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(problem, Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }
}
