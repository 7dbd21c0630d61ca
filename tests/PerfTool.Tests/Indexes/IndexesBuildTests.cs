namespace PerfTool.Tests.Indexes;

/// <summary>A solution of two projects, one for two frameworks and one that logs by itself, built by the tool with the analyzers.</summary>
public sealed class IndexesBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Queries_of_all_projects_are_merged_suggestions_too_and_nothing_is_left_behind()
    {
        WriteSolution();

        var run = await Tool.RunAsync(_folder.Path, "indexes", "advise");

        Assert.Equal((0, "Building Shop.slnx to read its index warnings\n"), (run.ExitCode, run.Error));
        Assert.Matches(@"orders +\(e_mail, Status\) +Reports/Reports\.cs:3 \(PERF101\) *\n +Shop/Shop\.cs:5 \(PERF101\) *\n1 index for 2 queries\n$", run.Output);
        Assert.Equal([Path.Combine("Reports", "own.sarif")], Directory.GetFiles(_folder.Path, "*.sarif", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder.Path, path)));
    }

    [Fact]
    public async Task A_solution_that_does_not_build_is_one_line()
    {
        WriteSolution();
        _folder.Write("Shop/Broken.cs", "class");

        var run = await Tool.RunAsync(_folder.Path, "indexes", "advise");

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(@"\nperftool: Shop\.slnx does not build: .*Broken\.cs\(1,6\): error CS1001: Identifier expected.*\n$", run.Error);
    }

    private void WriteSolution()
    {
        _folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value=".packages" /></config>
              <packageSources><clear /></packageSources>
              <fallbackPackageFolders><add key="user" value="{UserPackages()}" /></fallbackPackageFolders>
            </configuration>
            """);
        _folder.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup><LangVersion>14</LangVersion><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.EntityFrameworkCore.Relational" Version="8.0.34" />
                <Analyzer Include="{Analyzer()}" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write(".editorconfig", "root = true\n[Shop/*.cs]\ndotnet_diagnostic.PERF101.severity = suggestion\n");
        _folder.Write("Shop.slnx", "<Solution><Project Path=\"Shop/Shop.csproj\" /><Project Path=\"Reports/Reports.csproj\" /></Solution>");
        _folder.Write("Shop/Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFrameworks>net8.0;net10.0</TargetFrameworks></PropertyGroup></Project>");
        _folder.Write("Shop/Shop.cs", """
            using Microsoft.EntityFrameworkCore;
            namespace Shop;
            [System.ComponentModel.DataAnnotations.Schema.Table("orders")] public class Order { public int Id { get; set; } public int Status { get; set; } [System.ComponentModel.DataAnnotations.Schema.Column("e_mail")] public string Email { get; set; } = ""; }
            public class ShopContext : DbContext { public DbSet<Order> Orders => Set<Order>(); }
            public class Queries(ShopContext db) { public Order? Find(string email) => db.Orders.FirstOrDefault(order => order.Email == email); }
            """);
        _folder.Write("Reports/Reports.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ErrorLog>own.sarif,version=2.1</ErrorLog><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup><ItemGroup><ProjectReference Include=\"../Shop/Shop.csproj\" /></ItemGroup></Project>");
        _folder.Write("Reports/Reports.cs", """
            using Microsoft.EntityFrameworkCore;
            public class ReportContext : DbContext { public DbSet<Shop.Order> Orders => Set<Shop.Order>(); }
            public class Reports(ReportContext db) { public int Count(int status, string email) => db.Orders.Count(order => order.Status == status && order.Email == email); }
            """);
    }

    /// <summary>The analyzers as this test project's build made them.</summary>
    private static string Analyzer()
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/PerfAnalyzers/bin", configuration, "netstandard2.0/PerfAnalyzers.dll"));
    }

    private static string UserPackages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } configured
        ? configured
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
