using System.Globalization;
using PerfAssert.Baselines;

namespace PerfAssert;

/// <summary>A perf test that failed. The message is <see cref="PerfTestResultExtensions.Describe"/>; the stack trace names the test itself.</summary>
public sealed class PerfRegressionException : PerfTestException
{
    /// <summary>Creates the exception for a result with <see cref="PerfTestResult.FailsTest"/>.</summary>
    /// <param name="result">The result.</param>
    public PerfRegressionException(PerfTestResult result)
        : base((result ?? throw new ArgumentNullException(nameof(result))).Describe()) => Result = result;

    /// <summary>The result in full.</summary>
    public PerfTestResult Result { get; }

    /// <summary>The place of the test. Where in our machinery the exception was thrown helps nobody.</summary>
    public override string? StackTrace => Result.Test.SourceFile is not { } file
        ? base.StackTrace
        : string.Create(CultureInfo.InvariantCulture, $"   at {BaselineKey.TypeName(Result.Test.TestClass)}.{Result.Test.Method.Name}() in {file}:line {Math.Max(1, Result.Test.SourceLine)}");
}
