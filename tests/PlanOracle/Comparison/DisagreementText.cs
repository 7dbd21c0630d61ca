using System.Text;

namespace PerfTooling.PlanOracle.Comparison;

/// <summary>Writes the disagreements of a run for a reader: groups, and examples with their SQL and plan.</summary>
internal static class DisagreementText
{
    private const int Examples = 3;

    public static string Write(OracleResult result)
    {
        var text = new StringBuilder();
        foreach (var group in result.ScanDisagreements.Concat(result.SortDisagreements))
        {
            text.AppendLine($"#### {group.Count()} × {group.Key}");
            foreach (var query in group.Take(Examples))
                text.AppendLine(Write(query));
        }

        foreach (var exception in result.Exceptions)
            text.AppendLine("#### analyzer exception").AppendLine(exception);
        foreach (var failure in result.NotSent)
            text.AppendLine("#### not sent").AppendLine(failure);
        return text.ToString();
    }

    public static string Write(ComparedQuery query) => $"""
        seed {query.Seed}, query {query.Query.Number}, rules: {(query.Rules.IsEmpty ? "none" : string.Join(", ", query.Rules))}
        {(query.Silence is null ? "" : query.Silence + "\n")}{query.Query.Text}
        {query.Planner.Sql}
        {query.Planner.Plan}

        """;
}
