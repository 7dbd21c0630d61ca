using PerfTool.Results;

namespace PerfTool.Reports;

/// <summary>What is reported of one results file.</summary>
/// <param name="File">The file.</param>
/// <param name="Title">Assembly, framework and machine; of a comparison also the older build.</param>
/// <param name="Tests">The tests, worst first.</param>
/// <param name="Header">Heads of the table's columns.</param>
/// <param name="Rows">A row a test, in the same order.</param>
/// <param name="Notes">What is to be said below the table, a line each.</param>
internal sealed record ReportSection(ResultsFile File, string Title, IReadOnlyList<TestResult> Tests, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>Columns that hold words; the others hold figures, and stand at the right.</summary>
    public static bool IsText(string header) => header is "Test" or "Verdict" or "Budget";
}
