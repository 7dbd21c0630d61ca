namespace PerfAssert;

/// <summary>Words for a result.</summary>
public static class PerfTestResultExtensions
{
    /// <summary>The result in full: what, then and now, ratio and threshold, machine, and what to do next.</summary>
    /// <param name="result">The result.</param>
    /// <returns>Several lines of text, in English, without a line break at the end.</returns>
    public static string Describe(this PerfTestResult result) => Reporting.ResultText.Describe(result);

    /// <summary>The test, the verdict and why, in one line.</summary>
    /// <param name="result">The result.</param>
    public static string Headline(this PerfTestResult result) => Reporting.ResultText.Headline(result);
}
