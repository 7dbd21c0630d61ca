using System.Text;

namespace PerfAssert.XunitTests;

/// <summary>What the package does in a user's build: where baselines are found, and what dotnet test shows.</summary>
public sealed class BuildTests(ScratchProject project) : IClassFixture<ScratchProject>
{
    private const string Title = "PerfAssert: Scratch (net10.0)";

    [Fact]
    public void A_deterministic_build_stays_free_of_this_machine_s_paths() =>
        Assert.Equal(-1, File.ReadAllBytes(Path.Combine(project.Output, "Scratch.dll")).AsSpan().IndexOf(Encoding.UTF8.GetBytes(project.Directory)));

    [Fact]
    public void The_baseline_is_found_beside_the_source_of_a_deterministic_build()
    {
        var baseline = project.Write("Scratch/Cart/CartPerf.perf.json", "{ oops");
        try
        {
            Assert.Contains("Cart/CartPerf.perf.json(1): not valid JSON", project.Run("test", "--no-build", "--filter", "Adds").Output, StringComparison.Ordinal);
        }
        finally
        {
            File.WriteAllText(baseline, "{ \"schema\": 1 }\n");
        }
    }

    [Fact]
    public void The_baseline_goes_with_built_tests_that_are_copied_elsewhere()
    {
        using var copy = new Tests.TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(project.Output, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Path, Path.GetRelativePath(project.Output, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.AppendAllText(Path.Combine(copy.Path, "Cart", "CartPerf.perf.json"), "oops");
        Assert.Contains("Cart/CartPerf.perf.json(2): not valid JSON", ScratchProject.RunIn(copy.Path, false, "vstest", "Scratch.dll", "--TestCaseFilter:Adds").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Dotnet_test_ends_with_the_table()
    {
        var (exitCode, output) = project.Run("test", "--no-build");
        Assert.Equal((0, true), (exitCode, output.Contains(Title, StringComparison.Ordinal) && output.Contains("2 not measured", StringComparison.Ordinal)));
    }

    [Fact]
    public void Dotnet_test_ends_with_the_table_when_a_test_failed()
    {
        var (exitCode, output) = project.RunFailing("test", "--no-build");
        Assert.Equal((1, true), (exitCode, output.Contains(Title, StringComparison.Ordinal) && output.Contains("1 not measured", StringComparison.Ordinal)));
    }

    [Fact]
    public void Dotnet_test_ends_with_the_table_in_a_terminal_as_well() =>
        Assert.Contains(Title, project.Run("test", "--no-build", "--tl:on").Output, StringComparison.Ordinal);

    [Fact]
    public void In_GitHub_Actions_the_table_is_added_to_the_summary_of_the_step()
    {
        var summary = project.Write("summary.md", "What an earlier command wrote.\n");
        project.Run("test", "--no-build", $"-p:GITHUB_STEP_SUMMARY={summary}");
        Assert.Matches("(?s)^What an earlier command wrote\\.\n### PerfAssert: Scratch \\(net10\\.0\\).*2 not measured", File.ReadAllText(summary));
    }

    [Fact]
    public void Without_perf_tests_in_a_run_nothing_is_shown_even_if_an_earlier_run_left_something()
    {
        project.Write("Scratch/TestResults/perf-summary.txt", Title);
        Assert.DoesNotContain("PerfAssert:", project.Run("test", "--no-build", "--filter", "Ordinary").Output, StringComparison.Ordinal);
    }
}
