using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.Rules;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules.Pages;

/// <summary>Holds the pages to the truth: their code is what is analysed here, and their plans are what SQLite says.</summary>
public class PageExampleTests
{
    private static readonly string s_model = File.ReadAllText(Path.Combine(Repository.Root, "tests", "PerfAnalyzers.Tests", "Rules", "Pages", "PageModel.cs"));

    public static TheoryData<string> Ids => [.. PageExamples.All.Select(example => example.Id).Distinct()];

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, PageExamples.All.Count)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_plans_of_a_page_are_those_of_SQLite(string id)
    {
        var plans = new List<string>();
        foreach (var example in PageExamples.All.Where(example => example.Id == id))
            plans.Add(string.Join('\n', await SqlitePlan.OfAsync(options => new PageContext(options), example.Configure, example.Query)));
        Assert.Equal(plans, PlansIn(PageOf(id)));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_code_of_an_example_stands_in_its_page(int example) =>
        Assert.Contains(PageExamples.All[example].Code, PageExample.Squeeze(PageOf(PageExamples.All[example].Id)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_rule_reports_bad_code_and_nothing_else(int example)
    {
        var (id, isReported) = (PageExamples.All[example].Id, PageExamples.All[example].IsReported);
        Assert.Equal(isReported ? [id] : [], await Analyze(PageExamples.All[example]));
    }

    [Fact]
    public void No_page_has_a_plan_that_is_not_run() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "PERF*.md").Where(path => !PlansIn(File.ReadAllText(path)).IsEmpty),
            path => Assert.Contains(Path.GetFileNameWithoutExtension(path), PageExamples.All.Select(example => example.Id)));

    private static async Task<string[]> Analyze(PageExample example)
    {
        // The context's own configuration takes the place of what the example hands over.
        var configured = s_model.Replace(
            "DbContext(options)\n{",
            $"DbContext(options)\n{{\n    protected override void OnModelCreating(ModelBuilder modelBuilder) {{ {example.Configuration}; }}\n",
            StringComparison.Ordinal);
        var query = $$"""
            public class Queries
            {
                public Task Run(PerfAnalyzers.Tests.Rules.Pages.PageContext db, string number, string email, string text, int churchId, int conversationId, int companyId, int customerId, DateTime day) =>
                    {{example.Code}};
            }
            """;
        var compilation = TestCompilation.Create(TestCompilation.Usings + configured, TestCompilation.Usings + "using PerfAnalyzers.Tests.Rules.Pages;\n" + query);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var reported = await compilation.WithAnalyzers([new QueryIndexAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. reported.Select(diagnostic => diagnostic.Id)];
    }

    /// <summary>The fenced blocks that are in no language.</summary>
    private static System.Collections.Immutable.ImmutableArray<string> PlansIn(string page) =>
        [.. Regex.Matches(page, "^```(?<language>.*)\n(?<text>(?s:.*?))\n```$", RegexOptions.Multiline).Where(block => block.Groups["language"].Length == 0).Select(block => block.Groups["text"].Value)];

    private static string PageOf(string id) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", id + ".md"));
}
