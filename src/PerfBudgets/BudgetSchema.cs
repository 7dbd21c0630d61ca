namespace PerfBudgets;

/// <summary>The JSON schema of perf-budgets.json (draft 2020-12), for editors: they complete and check a file that names it as its <c>$schema</c>.</summary>
/// <remarks>What it cannot say the reader checks besides: that limits rise, that a route has one operation, that no key comes twice.</remarks>
public static class BudgetSchema
{
    /// <summary>What the schema's file is called beside a perf-budgets.json.</summary>
    public const string FileName = "perf-budgets.schema.json";

    /// <summary>The schema's text.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(BudgetSchema).Assembly.GetManifestResourceStream(FileName)!);
        return reader.ReadToEnd();
    }
}
