using System.Reflection;
using PerfAssert.Measuring;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PerfAssert.Xunit.Sdk;

/// <summary>
/// Hands the method to the engine instead of invoking it. Construction of the class, IAsyncLifetime and disposal stay xunit's:
/// once around the whole measurement. (xunit v2 by itself never awaits a ValueTask; the engine does.)
/// </summary>
internal sealed class PerfTestInvoker(
    ITest test,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    object[] testMethodArguments,
    int rowIndex,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource)
    : XunitTestInvoker(test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, beforeAfterAttributes, aggregator, cancellationTokenSource)
{
    /// <summary>The engine; tests of this package put one on a simulated machine here.</summary>
    internal static PerfTestEngine Engine { get; set; } = PerfTestEngine.Default;

    /// <summary>What became of the test; null when it threw.</summary>
    public PerfTestResult? Result { get; private set; }

    protected override async Task<decimal> InvokeTestMethodAsync(object testClassInstance)
    {
        if (TestCase.InitializationException is { } exception)
            throw exception;
        await Aggregator.RunAsync(() => Timer.AggregateAsync(() => RunAsync(testClassInstance))).ConfigureAwait(false);
        return Timer.Total;
    }

    private async Task RunAsync(object? instance)
    {
        var attribute = TestMethod.GetCustomAttributes().OfType<IPerfAttribute>().Single();
        var arguments = Arguments();
        var target = TestMethod.IsStatic ? null : instance;
        PerfBody Prepared(PerfBody body) => PerfBodyFactory.Prepare(body, target, TestClass, attribute.BatchSetup, attribute.BatchCleanup);
        Result = await MeasureAsync(new PerfTest
        {
            TestClass = TestClass,
            Method = TestMethod,
            Arguments = arguments,
            RowIndex = rowIndex,
            DisplayName = DisplayName,
            SourceFile = attribute.SourceFile,
            SourceLine = attribute.SourceLine,
            Policy = new PerfPolicy
            {
                Strict = attribute.Strict,
                MaxAllocatedBytes = attribute.MaxAllocatedBytes,
                MaxCommands = attribute.MaxCommands,
                MaxRows = attribute.MaxRows,
                MaxSameStatement = attribute.MaxSameStatement,
                NoFullScan = attribute.NoFullScan,
                Budget = attribute.Budget,
                MaxRatio = attribute.MaxRatio,
            },
            SerializeArgument = value => SerializationHelper.IsSerializable(value) ? SerializationHelper.Serialize(value) : null,
            Body = Prepared(PerfBodyFactory.Create(target, TestMethod, arguments)),
            RelativeTo = attribute.RelativeTo is { } name
                && PerfBodyFactory.CreateReference(target, TestClass, TestMethod, name, arguments) is var reference ? reference with { Body = Prepared(reference.Body) } : null,
        }).ConfigureAwait(false);
        if (Result.FailsTest)
            throw new PerfRegressionException(Result);
    }

    private object?[] Arguments()
    {
        var parameters = TestMethod.GetParameters();
        var given = TestMethodArguments ?? [];
        if (given.Length == 0 && parameters is [var only] && only.IsDefined(typeof(ParamArrayAttribute)))
            return [Array.CreateInstance(only.ParameterType.GetElementType()!, 0)];
        return given.Length == parameters.Length
            ? given
            : throw new PerfTestException($"{TestMethod.Name} has {parameters.Length} parameter(s), and its data row {given.Length} value(s).");
    }

    private async Task<PerfTestResult> MeasureAsync(PerfTest perfTest)
    {
        if (TestCase.Timeout <= 0)
            return await StartAsync(perfTest, CancellationTokenSource.Token).ConfigureAwait(false);
        if (!perfTest.Body.IsAsync)
            throw new PerfTestException($"{TestMethod.Name} has a Timeout, which only asynchronous tests can have: a synchronous call cannot be given up.");

        // The time that other processes' measurements take is not the test's.
        using var limit = new CancellationTokenSource(TestCase.Timeout);
        using var expired = CancellationTokenSource.CreateLinkedTokenSource(CancellationTokenSource.Token, limit.Token);
        var measuring = StartAsync(
            perfTest with
            {
                OnWaiting = message =>
                {
                    limit.CancelAfter(Timeout.Infinite);
                    perfTest.OnWaiting?.Invoke(message);
                },
                OnTurn = () => limit.CancelAfter(TestCase.Timeout),
            },
            expired.Token);
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (limit.Token.Register(over.SetResult).ConfigureAwait(false))
        {
            await Task.WhenAny(measuring, over.Task).ConfigureAwait(false);
            if (limit.IsCancellationRequested && (!measuring.IsCompleted || measuring.IsCanceled))
                throw new TestTimeoutException(TestCase.Timeout);
        }

        return await measuring.ConfigureAwait(false);
    }

    /// <summary>
    /// Without a synchronization context, as in ASP.NET Core and in console programs: xunit's would send every continuation
    /// through its own queue, and we would measure that. Synchronous tests stay on the thread that built their class.
    /// </summary>
    private static Task<PerfTestResult> StartAsync(PerfTest perfTest, CancellationToken cancellationToken)
    {
        if (perfTest.Body.IsAsync)
            return Task.Run(() => Engine.RunAsync(perfTest, cancellationToken).AsTask(), cancellationToken);

        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return Engine.RunAsync(perfTest, cancellationToken).AsTask();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
