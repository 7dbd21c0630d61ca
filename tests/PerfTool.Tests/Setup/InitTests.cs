namespace PerfTool.Tests.Setup;

public sealed class InitTests : IDisposable
{
    private const string Plain = "<Project Sdk=\"Microsoft.NET.Sdk\">\n</Project>\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_shows_what_it_would_change_and_changes_nothing()
    {
        _folder.Write("App/App.csproj", Project("Microsoft.EntityFrameworkCore"));

        var run = await Tool.RunAsync(_folder.Path, "init");

        Assert.Contains("+     <PackageReference Include=\"PerfAnalyzers\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(["App.csproj"], Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("xunit", "PerfAssert.Xunit")]
    [InlineData("xunit.v3", "PerfAssert.Xunit.v3")]
    public async Task A_test_project_gets_the_package_of_its_framework(string xunit, string package)
    {
        _folder.Write("Tests/Tests.csproj", Project(xunit));

        await Tool.RunAsync(_folder.Path, "init", "--apply");

        Assert.Contains($"<PackageReference Include=\"{package}\" Version=", _folder.Read("Tests/Tests.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_go_where_the_solution_keeps_them()
    {
        _folder.Write("Directory.Packages.props", "<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n</Project>\n");
        _folder.Write("App/App.csproj", Project("Microsoft.EntityFrameworkCore"));

        await Tool.RunAsync(_folder.Path, "init", "--apply");

        Assert.Contains("<PackageVersion Include=\"PerfAnalyzers\" Version=", _folder.Read("Directory.Packages.props"), StringComparison.Ordinal);
        Assert.DoesNotContain("PerfAnalyzers\" Version", _folder.Read("App/App.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_above_their_model_are_handed_its_snapshot()
    {
        _folder.Write("Application/Application.csproj", Project("Microsoft.EntityFrameworkCore"));
        _folder.Write("Infrastructure/Infrastructure.csproj", Project("Microsoft.EntityFrameworkCore", "../Application/Application.csproj"));
        _folder.Write("Infrastructure/Migrations/ShopModelSnapshot.cs", "");

        await Tool.RunAsync(_folder.Path, "init", "--apply");

        Assert.Contains("<PerfAnalyzersModel Include=\"../Infrastructure/Migrations/ShopModelSnapshot.cs\" />", _folder.Read("Application/Application.csproj"), StringComparison.Ordinal);
        Assert.DoesNotContain("PerfAnalyzersModel", _folder.Read("Infrastructure/Infrastructure.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_that_reference_their_model_need_nothing()
    {
        _folder.Write("App/App.csproj", Project("Microsoft.EntityFrameworkCore", "../Data/Data.csproj"));
        _folder.Write("Data/Data.csproj", Project("Microsoft.EntityFrameworkCore"));
        _folder.Write("Data/Migrations/ShopModelSnapshot.cs", "");

        await Tool.RunAsync(_folder.Path, "init", "--apply");

        Assert.DoesNotContain("PerfAnalyzersModel", _folder.Read("App/App.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_is_kept_and_added_to()
    {
        _folder.Write("App/App.csproj", Plain);
        _folder.Write(".editorconfig", "root = true");
        _folder.Write("perf-budgets.json", "mine");

        await Tool.RunAsync(_folder.Path, "init", "--apply");

        Assert.StartsWith("root = true\n\n# PerfAnalyzers", _folder.Read(".editorconfig"), StringComparison.Ordinal);
        Assert.Equal("mine", _folder.Read("perf-budgets.json"));
    }

    [Fact]
    public async Task Done_twice_nothing_is_left_to_do()
    {
        _folder.Write("App/App.csproj", Project("Microsoft.EntityFrameworkCore"));
        await Tool.RunAsync(_folder.Path, "init", "--apply");

        Assert.Equal("Everything is there already.\n", (await Tool.RunAsync(_folder.Path, "init")).Output);
    }

    [Fact]
    public async Task The_budgets_it_writes_can_be_read()
    {
        _folder.Write("App/App.csproj", Plain);
        await Tool.RunAsync(_folder.Path, "init", "--apply");

        Assert.Equal(["orders.list"], PerfBudgets.BudgetFile.Read(Path.Combine(_folder.Path, "perf-budgets.json")).Operations.Keys);
    }

    [Fact]
    public async Task Without_a_project_it_says_where_to_run() =>
        Assert.Equal((2, "perftool: There is no C# project below .. Run it in your solution's folder.\n"), await Tool.RunAsync(_folder.Path, "init") is var run ? (run.ExitCode, run.Error) : default);

    private static string Project(string package, params string[] references) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\">\n  <ItemGroup>\n    <PackageReference Include=\"{package}\" Version=\"1.0.0\" />\n{string.Concat(references.Select(reference => $"    <ProjectReference Include=\"{reference}\" />\n"))}  </ItemGroup>\n</Project>\n";
}
