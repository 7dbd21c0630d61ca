using System.Text.RegularExpressions;
using CsCheck;
using PerfTool.Alerts;
using PerfTool.Alerts.NewRelic;

namespace PerfTool.Tests.Alerts;

/// <summary>What can be said of the text without New Relic and without Terraform, neither of which is here.</summary>
public class NewRelicTerraformTests
{
    private static readonly string s_text = NewRelicTerraform.Render(AlertCatalogue.From(Budgets.Sample, new AlertTiming()));

    [Fact]
    public void No_two_resources_are_called_the_same_whatever_operations_are_called() =>
        Gen.OneOf("a", "a-b", "a_b", "A", "a-info", "a_info", "2fa", "delivery", "slow-queries", "a.b", "a-b.p95", "a.b_2").Array[1, 6].Sample(names =>
        {
            var operations = names.Distinct().Select((name, i) => $"\"{name}\": {{ \"p95\": {{ \"warning\": \"{i + 1} s\", \"critical\": \"{i + 2} s\" }} }}");
            var text = NewRelicTerraform.Render(AlertCatalogue.From(Budgets.Of($"{{ {string.Join(", ", operations)} }}"), new AlertTiming()));

            var resources = Regex.Matches(text, "^resource \"(\\w+)\" \"([^\"]*)\"", RegexOptions.Multiline);

            Assert.Equal(resources.Count, resources.Select(match => match.Value).Distinct().Count());
            Assert.All(resources, match => Assert.Matches("^[A-Za-z_]\\w*$", match.Groups[2].Value));
        });

    [Fact]
    public void Everything_that_is_referred_to_is_there()
    {
        var there = Regex.Matches(s_text, "^resource \"(\\w+)\" \"(\\w+)\"", RegexOptions.Multiline).Select(match => $"{match.Groups[1]}.{match.Groups[2]}.id")
            .Concat(Regex.Matches(s_text, "^variable \"(\\w+)\"", RegexOptions.Multiline).Select(match => $"var.{match.Groups[1]}"));

        var referredTo = Regex.Matches(s_text, @"\b(?:var\.\w+|newrelic_\w+\.\w+\.id)\b").Select(match => match.Value).ToHashSet();

        Assert.Subset(there.ToHashSet(), referredTo);
    }

    [Fact]
    public void Every_limit_that_New_Relic_can_tell_is_a_threshold() => Assert.Equal(
        AlertCatalogue.From(Budgets.Sample, new AlertTiming()).Policies.Sum(policy => policy.Rules.Count(rule => rule.Question is not AlertQuestion.Down)), Regex.Count(s_text, "threshold_occurrences"));

    [Fact]
    public void Services_without_PerfMonitor_have_nothing_missing() => Assert.Equal(
        "SELECT filter(count(*), WHERE metricName = 'billing.payments') FROM Metric WHERE metricName LIKE 'perfmonitor.%' OR metricName = 'billing.payments' FACET service.name",
        Nrql.Of(new AlertQuestion.Missing(WatchedMetric.Payments) { Window = TimeSpan.FromMinutes(10) }));

    [Fact]
    public void A_key_is_a_variable_that_is_not_shown() => Assert.Matches("variable \"pagerduty_key\" \\{[^}]*sensitive = true", s_text);
}
