using PerfAssert.Baselines;

namespace PerfAssert.Tests.Baselines;

public class BaselineLocatorTests
{
    private static readonly ProjectInfo Here = new("/repo/Shop/bin/Release", "/repo/Shop", "/repo/Shop/", "perf-results.json");
    private static readonly ProjectInfo Deterministic = Here with { SourceDirectory = "/_/Shop/" };
    private static readonly ProjectInfo Copied = new("/elsewhere", null, "/repo/Shop/", "perf-results.json");

    [Fact]
    public void Beside_the_source_file_where_that_exists() => Assert.Equal("/repo/Shop/Cart/CartPerf.perf.json", Locate("/repo/Shop/Cart/CartPerf.cs", Here));

    [Fact]
    public void Beside_the_source_file_also_when_the_build_mapped_its_path() => Assert.Equal("/repo/Shop/Cart/CartPerf.perf.json", Locate("/_/Shop/Cart/CartPerf.cs", Deterministic));

    [Fact]
    public void Beside_a_linked_source_file_outside_the_project() => Assert.Equal("/repo/Common/CartPerf.perf.json", Locate("/_/Common/CartPerf.cs", Deterministic));

    [Fact]
    public void In_the_copied_output_where_there_are_no_sources() => Assert.Equal("/elsewhere/Cart/CartPerf.perf.json", Locate("/repo/Shop/Cart/CartPerf.cs", Copied, sources: false));

    [Fact]
    public void In_the_copied_output_of_a_deterministic_build() =>
        Assert.Equal("/elsewhere/Cart/CartPerf.perf.json", Locate("/_/Shop/Cart/CartPerf.cs", Copied with { SourceDirectory = "/_/Shop/" }, sources: false));

    [Fact]
    public void In_the_copied_output_of_a_build_on_windows() =>
        Assert.Equal("/elsewhere/Cart/CartPerf.perf.json", Locate(@"C:\repo\Shop\Cart\CartPerf.cs", Copied with { SourceDirectory = @"C:\repo\Shop/" }, sources: false));

    [Fact]
    public void In_the_output_s_root_when_the_compiler_told_no_path() => Assert.Equal("/elsewhere/CartPerf.perf.json", Locate(null, Copied, sources: false));

    [Fact]
    public void Received_files_lie_beside_the_baseline() =>
        Assert.Equal("/repo/Shop/Cart/CartPerf.perf.received.json", BaselineLocator.Locate("/repo/Shop/Cart/CartPerf.cs", Here, "CartPerf", _ => true).Received);

    [Fact]
    public void The_project_is_found_from_the_output_while_it_is_still_there() =>
        Assert.Equal(Path.GetFullPath("/repo/Shop"), Info(exists: true).ProjectDirectory);

    [Fact]
    public void The_project_is_not_guessed_once_the_output_was_moved() => Assert.Null(Info(exists: false).ProjectDirectory);

    private static ProjectInfo Info(bool exists) =>
        ProjectInfo.From("/repo/Shop/bin/Release", name => name == "ProjectFile" ? "../../Shop.csproj" : null, path => exists && path == Path.GetFullPath("/repo/Shop/Shop.csproj"));

    private static string Locate(string? source, ProjectInfo project, bool sources = true) =>
        BaselineLocator.Locate(source, project, "CartPerf", path => sources && path.StartsWith("/repo/", StringComparison.Ordinal)).Committed;
}
