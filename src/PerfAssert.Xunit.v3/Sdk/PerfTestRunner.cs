using Xunit;
using Xunit.v3;

namespace PerfAssert.Xunit.Sdk;

/// <summary>
/// Hands the method to the engine instead of invoking it. Everything around it stays xunit's, once around the whole measurement: construction
/// of the class, IAsyncLifetime, disposal, skipping.
/// </summary>
/// <param name="rowIndex">The row's place among the rows of a theory that was enumerated just now; else 0.</param>
/// <param name="timeout">When to give the test up, in milliseconds; 0 for never. The test that xunit runs has none.</param>
internal sealed class PerfTestRunner(int rowIndex, int timeout) : XunitTestRunner
{
    protected override ValueTask<TimeSpan> InvokeTest(XunitTestRunnerContext ctxt, object? testClassInstance) =>
        ExecutionTimer.MeasureAsync(() => ctxt.Aggregator.RunAsync(() => MeasureAsync(ctxt.Test, testClassInstance)));

    private async ValueTask MeasureAsync(IXunitTest test, object? instance)
    {
        // It flows with the test, and so into the measured code; its token is cancelled with the run and when time is over.
        var context = TestContext.Current;
        var method = test.TestMethod;
        var perfTest = PerfMethod.Describe(method.TestClass.Class, method.Method, instance, test.TestMethodArguments, rowIndex, test.TestDisplayName) with { OnWaiting = context.SendDiagnosticMessage, OnProgress = context.SendDiagnosticMessage };
        var result = await PerfMethod.RunAsync(perfTest, timeout, context.CancelCurrentTest, context.CancellationToken).ConfigureAwait(false);
        SummaryOfProcess.ShowAtExit();
        if (result.FailsTest)
            throw new PerfRegressionException(result);

        context.TestOutputHelper?.WriteLine(result.Describe());
        if (result.DeservesWarning)
            context.AddWarning(result.Headline());
    }
}
