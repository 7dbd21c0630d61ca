using System.Reflection;
using PerfAssert.Measuring;
using Xunit.Sdk;

namespace PerfAssert.Xunit.Sdk;

/// <summary>
/// From a test method to its result, as both xunit packages go about it: this file is compiled into each. What is xunit's own business
/// (finding tests, building their class, timeouts, reporting) stands in their discoverers, test cases and runners.
/// </summary>
internal static class PerfMethod
{
    /// <summary>The engine; tests of the packages put one on a simulated machine here.</summary>
    public static PerfTestEngine Engine { get; set; } = PerfTestEngine.Default;

    /// <summary>The category of perf tests: dotnet test --filter Category=Perf, or Category!=Perf.</summary>
    public const string Category = "Perf";

    /// <summary>The name of the collection that perf tests without one share, and the prefix of the twins of users' collections.</summary>
    public const string CollectionName = "PerfAssert";

    /// <summary>The name of a collection's serial twin.</summary>
    public static string SerialName(string collectionName) => $"{CollectionName}: {collectionName}";

    /// <summary>Why a method cannot be a [PerfFact]; null if it can.</summary>
    public static string? ProblemOfFact(bool hasParameters, bool isGeneric) =>
        hasParameters ? "A [PerfFact] method cannot have parameters. Did you mean [PerfTheory]?"
        : isGeneric ? "A [PerfFact] method cannot be generic."
        : null;

    /// <summary>The test as the engine takes it.</summary>
    /// <param name="testClass">The class that runs the test.</param>
    /// <param name="method">The method, with [PerfFact], [PerfTheory] or [LoadFact].</param>
    /// <param name="instance">The class's instance; ignored for a static method.</param>
    /// <param name="given">The data row; empty or null for a fact.</param>
    /// <param name="rowIndex">The row's place among the rows of a theory that xunit enumerates when it runs; else 0.</param>
    /// <param name="displayName">The name people read.</param>
    /// <exception cref="PerfTestException">The method cannot be measured.</exception>
    public static PerfTest Describe(Type testClass, MethodInfo method, object? instance, object?[]? given, int rowIndex, string displayName)
    {
        if (method.GetCustomAttribute<LoadFactAttribute>() is { } load)
            return LoadMethod.Describe(testClass, method, load, method.IsStatic ? null : instance, displayName);
        var attribute = method.GetCustomAttributes().OfType<IPerfAttribute>().Single();
        var arguments = Arguments(method, given ?? []);
        var target = method.IsStatic ? null : instance;
        PerfBody Prepared(PerfBody body) => PerfBodyFactory.Prepare(body, target, testClass, attribute.BatchSetup, attribute.BatchCleanup);
        return new PerfTest
        {
            TestClass = testClass,
            Method = method,
            Arguments = arguments,
            RowIndex = rowIndex,
            DisplayName = displayName,
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
                MaxRatio = attribute.MaxRatio,
                Budget = attribute.Budget,
            },
            PartsOfArgument = ArgumentParts.Of,
            Body = Prepared(PerfBodyFactory.Create(target, method, arguments)),
            RelativeTo = attribute.RelativeTo is { } name
                && PerfBodyFactory.CreateReference(target, testClass, method, name, arguments) is var reference ? reference with { Body = Prepared(reference.Body) } : null,
        };
    }

    /// <summary>Runs the test, and gives it up when its time is over. (Were it left to xunit v3, the time of waiting for other processes would count.)</summary>
    /// <param name="perfTest">The test.</param>
    /// <param name="timeout">In milliseconds; 0 for none.</param>
    /// <param name="giveUp">What else to do when the time is over.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="PerfTestException">The test cannot be given up.</exception>
    /// <exception cref="TestTimeoutException">The time was over.</exception>
    public static async Task<PerfTestResult> RunAsync(PerfTest perfTest, int timeout, Action giveUp, CancellationToken cancellationToken)
    {
        if (timeout <= 0)
            return await StartAsync(perfTest, cancellationToken).ConfigureAwait(false);
        if (!perfTest.Body.IsAsync)
            throw new PerfTestException($"{perfTest.Method.Name} has a Timeout, which only asynchronous tests can have: a synchronous call cannot be given up.");

        // The time that other processes' measurements take is not the test's.
        using var limit = new CancellationTokenSource(timeout);
        using var expired = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var measuring = StartAsync(
            perfTest with
            {
                OnWaiting = message =>
                {
                    limit.CancelAfter(Timeout.Infinite);
                    perfTest.OnWaiting?.Invoke(message);
                },
                OnTurn = () => limit.CancelAfter(timeout),
            },
            expired.Token);
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (limit.Token.Register(over.SetResult).ConfigureAwait(false))
        {
            await Task.WhenAny(measuring, over.Task).ConfigureAwait(false);
            if (limit.IsCancellationRequested && (!measuring.IsCompleted || measuring.IsCanceled))
            {
                giveUp();
#if XUNIT_V3
                throw TestTimeoutException.ForTimedOutTest(timeout);
#else
                throw new TestTimeoutException(timeout);
#endif
            }
        }

        return await measuring.ConfigureAwait(false);
    }

    /// <summary>
    /// Runs the test without a synchronization context, as in ASP.NET Core and in console programs: xunit's would send every continuation
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

    private static object?[] Arguments(MethodInfo method, object?[] given)
    {
        var parameters = method.GetParameters();
        if (given.Length == 0 && parameters is [var only] && only.IsDefined(typeof(ParamArrayAttribute)))
            return [Array.CreateInstance(only.ParameterType.GetElementType()!, 0)];
        return given.Length == parameters.Length
            ? given
            : throw new PerfTestException($"{method.Name} has {parameters.Length} parameter(s), and its data row {given.Length} value(s).");
    }
}
