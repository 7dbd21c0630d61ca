using Microsoft.CodeAnalysis;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules.Pages;

/// <summary>Every rule has a page that says of it what its descriptor says.</summary>
public abstract class RulePageTests<TRules>
    where TRules : IRuleSet
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "docs", "rules");

    private static readonly string[] s_sections = ["Reported", "Not reported", "When it is silent", "When to suppress", "Options"];

    public static TheoryData<string> Ids => [.. TRules.Descriptors.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_that_starts_with_its_title(string id) =>
        Assert.StartsWith($"# {id}: {Descriptor(id).Title}\n", PageOf(id), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_names_the_default_severity(string id) =>
        Assert.Contains($"| Default severity | {Descriptor(id).DefaultSeverity.ToString().ToLowerInvariant()} |", PageOf(id), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_leads_to_the_page(string id) =>
        Assert.EndsWith($"/docs/rules/{id}.md", Descriptor(id).HelpLinkUri, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_table_of_rules_has_the_rule(string id)
    {
        var descriptor = Descriptor(id);
        var isFixable = TRules.FixableIds.Contains(id) ? "yes" : "no";
        Assert.Contains(
            $"| [{id}]({id}.md) | {descriptor.Title} | {descriptor.DefaultSeverity.ToString().ToLowerInvariant()} | {isFixable} |",
            File.ReadAllText(Path.Combine(s_folder, "README.md")),
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_every_section(string id) =>
        Assert.Equal(s_sections, PageOf(id).Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).Intersect(s_sections));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_tells_what_the_code_fix_does(string id)
    {
        var fix = PageOf(id).Split('\n').Single(line => line.StartsWith("| Code fix | ", StringComparison.Ordinal));
        Assert.Equal(TRules.FixableIds.Contains(id), !fix.StartsWith("| Code fix | none", StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_no_page_without_a_rule() =>
        Assert.Equal(
            TRules.Descriptors.Select(descriptor => descriptor.Id).Order(),
            Directory.GetFiles(s_folder, TRules.Prefix + "*.md").Select(Path.GetFileNameWithoutExtension).Order()!);

    private static DiagnosticDescriptor Descriptor(string id) => TRules.Descriptors.Single(descriptor => descriptor.Id == id);

    private static string PageOf(string id) => File.ReadAllText(Path.Combine(s_folder, id + ".md"));
}
