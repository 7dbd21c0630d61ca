using System.Text.RegularExpressions;
using PerfAnalyzers.Tests.Infrastructure;
using PerfAssert.Analyzers.Tests.Infrastructure;

namespace PerfAssert.Analyzers.Tests.Rules;

/// <summary>Holds the pages to the truth: what they call reported is reported, and what they call not reported isn't.</summary>
public class PageExampleTests
{
    public static TheoryData<string> Ids => DocumentationTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_rule_reports_what_its_page_says(string id) => Assert.Equal([id], await ReportedIn(id, "Reported"));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Nothing_is_reported_of_what_its_page_advises(string id) => Assert.Empty(await ReportedIn(id, "Not reported"));

    private static Task<string[]> ReportedIn(string id, string section)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", id + ".md"));
        var text = page.Split("\n## ").Single(part => part.StartsWith(section + "\n", StringComparison.Ordinal));
        return RuleVerifier.ReportedAsync(Block(text, "csharp")!, Block(text, "json"));
    }

    private static string? Block(string section, string language) =>
        Regex.Match(section, $"^```{language}\n(?<code>(?s:.*?))\n```$", RegexOptions.Multiline) is { Success: true } block ? block.Groups["code"].Value : null;
}
