using Xunit;
using Xunit.v3;

namespace PerfAssert.Xunit.Sdk;

/// <summary>
/// Hands the method to the engine instead of invoking it. Everything around it stays xunit's, once around the whole measurement: construction
/// of the class, IAsyncLifetime, disposal, skipping, timeouts.
/// </summary>
/// <param name="rowIndex">The row's place among the rows of a theory that was enumerated just now; else 0.</param>
internal sealed class PerfTestRunner(int rowIndex) : XunitTestRunner
{
    protected override ValueTask<TimeSpan> InvokeTest(XunitTestRunnerContext ctxt, object? testClassInstance) =>
        ExecutionTimer.MeasureAsync(() => ctxt.Aggregator.RunAsync(() => MeasureAsync(ctxt.Test, testClassInstance)));

    private async ValueTask MeasureAsync(IXunitTest test, object? instance)
    {
        // It flows with the test, and so into the measured code; its token is cancelled with the run and by a timeout.
        var context = TestContext.Current;
        var method = test.TestMethod;
        var perfTest = PerfMethod.Describe(method.TestClass.Class, method.Method, instance, test.TestMethodArguments, rowIndex, test.TestDisplayName, test.Timeout);
        var result = await PerfMethod.StartAsync(perfTest, context.CancellationToken).ConfigureAwait(false);
        SummaryOfProcess.ShowAtExit();
        if (result.FailsTest)
            throw new PerfRegressionException(result);

        context.TestOutputHelper?.WriteLine(result.Describe());
        if (result.DeservesWarning)
            context.AddWarning(result.Headline());
    }
}
