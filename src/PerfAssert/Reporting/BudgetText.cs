using System.Text.Json;
using PerfAssert.Baselines;
using PerfAssert.Statistics;
using PerfAssert.Verdicts;
using PerfBudgets;

namespace PerfAssert.Reporting;

/// <summary>A judged budget in words, and for tools.</summary>
internal static class BudgetText
{
    /// <summary>Operation, measured percentiles with their limits, and the file these stand in.</summary>
    public static string Line(JudgedBudget budget) =>
        $"{budget.Operation}: {string.Join(", ", budget.Percentiles.Select(One))}{(budget.PercentilesOf == PercentileSource.Calls ? "" : ", of batch means: single calls may be slower")}; {budget.File}";

    /// <summary>The same in nanoseconds; nothing where there is no budget.</summary>
    public static void Write(Utf8JsonWriter json, JudgedBudget? budget)
    {
        if (budget is null)
            return;
        json.WriteStartObject("budget");
        json.WriteString("operation", budget.Operation);
        json.WriteString("file", budget.File.Replace('\\', '/'));
        json.WriteString("outcome", budget.Verdict.Outcome.ToString().ToLowerInvariant());
        json.WriteString("percentilesOf", BaselineFormat.Word(BaselineFormat.PercentileSources, budget.PercentilesOf));
        foreach (var percentile in budget.Percentiles)
        {
            json.WriteStartObject(percentile.Name);
            json.WriteNumber("now", Math.Round(percentile.Nanoseconds, 1));
            foreach (var (name, limit) in Limits(percentile.Limits))
                json.WriteNumber(name, (double)limit.Nanoseconds);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string One(JudgedPercentile percentile) =>
        $"{percentile.Name} {Format.Time(percentile.Nanoseconds)} ({string.Join(", ", Limits(percentile.Limits).Select(limit => $"{limit.Name} {limit.Value}"))})";

    private static IEnumerable<(string Name, Duration Value)> Limits(Limits limits)
    {
        if (limits.Target is { } target)
            yield return ("target", target);
        if (limits.Warning is { } warning)
            yield return ("warning", warning);
        if (limits.Critical is { } critical)
            yield return ("critical", critical);
    }
}
