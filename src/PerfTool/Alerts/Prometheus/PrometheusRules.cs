using PerfTool.Files;

namespace PerfTool.Alerts.Prometheus;

/// <summary>The catalogue as a Prometheus rule file: a group for each policy.</summary>
internal static class PrometheusRules
{
    public static string Render(AlertCatalogue catalogue) => Yaml.Write(Yaml.Map(("groups", catalogue.Policies.Select(Group).ToList())));

    /// <summary>What an alert is called: the same for a warning and its critical.</summary>
    public static string AlertName(AlertPolicy policy, AlertRule rule) => Pascal(policy.Id) + Pascal(rule.Name);

    private static object Group(AlertPolicy policy) => Yaml.Map(("name", policy.Id), ("rules", policy.Rules.Select(rule => Rule(policy, rule)).ToList()));

    private static object Rule(AlertPolicy policy, AlertRule rule)
    {
        var by = rule.Question is AlertQuestion.PercentileOver { By: { } attribute } ? $"{{{{ $labels.{PrometheusNames.Label(attribute)} }}}}" : "";
        return Yaml.Map(
            ("alert", AlertName(policy, rule)),
            ("expr", PromQl.Of(rule.Question)),
            ("for", PromQl.Time(rule.For)),
            ("labels", Yaml.Map(("severity", rule.Severity.ToString().ToLowerInvariant()), ("policy", policy.Id))),
            ("annotations", Yaml.Map(("summary", "{{ $labels.job }}: " + rule.Summary.Replace(AlertRule.ByPlace, by, StringComparison.Ordinal)))));
    }

    private static string Pascal(string id) => string.Concat(id.Split('-', '_', '.').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
