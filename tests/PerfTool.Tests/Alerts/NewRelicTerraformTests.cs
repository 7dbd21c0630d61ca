using System.Text.RegularExpressions;
using PerfTool.Alerts;
using PerfTool.Alerts.NewRelic;

namespace PerfTool.Tests.Alerts;

/// <summary>What can be said of the text without New Relic and without Terraform, neither of which is here.</summary>
public class NewRelicTerraformTests
{
    private static readonly string s_text = NewRelicTerraform.Render(AlertCatalogue.From(Budgets.Sample, new AlertTiming()));

    [Fact]
    public void No_two_resources_are_called_the_same()
    {
        var names = Regex.Matches(s_text, "^resource \"(\\w+)\" \"(\\w+)\"", RegexOptions.Multiline).Select(match => match.Value).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Everything_that_is_referred_to_is_there()
    {
        var there = Regex.Matches(s_text, "^resource \"(\\w+)\" \"(\\w+)\"", RegexOptions.Multiline).Select(match => $"{match.Groups[1]}.{match.Groups[2]}.id")
            .Concat(Regex.Matches(s_text, "^variable \"(\\w+)\"", RegexOptions.Multiline).Select(match => $"var.{match.Groups[1]}"));

        var referredTo = Regex.Matches(s_text, @"\b(?:var\.\w+|newrelic_\w+\.\w+\.id)\b").Select(match => match.Value).ToHashSet();

        Assert.Subset(there.ToHashSet(), referredTo);
    }

    [Fact]
    public void Every_limit_of_the_catalogue_is_a_threshold() => Assert.Equal(
        AlertCatalogue.From(Budgets.Sample, new AlertTiming()).Policies.Sum(policy => policy.Rules.Length), Regex.Count(s_text, "threshold_occurrences"));

    [Fact]
    public void A_key_is_a_variable_that_is_not_shown() => Assert.Matches("variable \"pagerduty_key\" \\{[^}]*sensitive = true", s_text);
}
