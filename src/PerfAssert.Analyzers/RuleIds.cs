namespace PerfAssert.Analyzers;

/// <summary>The ids of the rules. Ids never change their meaning; each has a page under <c>docs/rules</c>.</summary>
public static class RuleIds
{
    /// <summary>A perf test is async void.</summary>
    public const string AsyncVoid = "PERF301";

    /// <summary>Nothing uses what a perf test computes, and the JIT may drop the work.</summary>
    public const string DroppedResult = "PERF302";

    /// <summary>A perf test does nothing.</summary>
    public const string NothingToMeasure = "PERF303";

    /// <summary>A perf test, or all it does, exists in Debug builds alone.</summary>
    public const string DebugOnly = "PERF304";

    /// <summary>No baseline file has an entry for a perf test.</summary>
    public const string NoBaseline = "PERF305";

    /// <summary>A baseline file has an entry for a perf test that doesn't exist.</summary>
    public const string DanglingBaseline = "PERF306";

    /// <summary>PerfAssert refuses a perf test at run time.</summary>
    public const string Refused = "PERF307";

    /// <summary>A perf test sleeps or awaits a delay.</summary>
    public const string MeasuresTimer = "PERF308";

    /// <summary>A perf test returns before its work is done.</summary>
    public const string WorkLeftUndone = "PERF309";
}
