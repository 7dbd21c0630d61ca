using System.Globalization;
using PerfAssert.Facts;

namespace PerfAssert.Reporting;

/// <summary>Counted facts in words.</summary>
internal static class FactText
{
    /// <summary>All facts of a test, then and now; null where there are none.</summary>
    public static string? Line(PerfTestResult result)
    {
        if (result.Facts.Count > 0)
            return string.Join(", ", result.Facts.Select(fact => One(fact, result.FactBaseline)));
        return result.FactBaseline.IsEmpty ? null : "not counted";
    }

    /// <summary>Commands and rows, for a table's cell: "2 → 51 / 25 → 50".</summary>
    public static string Short(PerfTestResult result) =>
        string.Join(" / ", result.Facts.Where(fact => fact.Fact.IsInBaseline).Select(fact => fact.Unknown is not null ? "?" : Change(fact, result.FactBaseline) + Range(fact)));

    private static string One(CountedFact fact, FactCounts baseline) =>
        fact.Unknown is { } reason ? $"{fact.Fact.Name} unknown ({reason})"
        : Change(fact, baseline) + fact.Words
            + (fact.IsConstant || !fact.Fact.IsInBaseline ? "" : " (varies between calls: not gated)")
            + (fact.Note is { } note ? $" ({note})" : "");

    private static string Change(CountedFact fact, FactCounts baseline) =>
        baseline.Find(fact.Fact) is { } then && (then != fact.Most || !fact.IsConstant) ? string.Create(CultureInfo.InvariantCulture, $"{then:#,0} → ") : "";

    private static string Range(CountedFact fact) =>
        fact.Fewest == fact.Most ? fact.Most.ToString("#,0", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{fact.Fewest:#,0} to {fact.Most:#,0}");
}
