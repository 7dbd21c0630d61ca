using System.Reflection;
using PerfAssert.Measuring;

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
    /// <param name="method">The method, with [PerfFact] or [PerfTheory].</param>
    /// <param name="instance">The class's instance; ignored for a static method.</param>
    /// <param name="given">The data row; empty or null for a fact.</param>
    /// <param name="rowIndex">The row's place among the rows of a theory that xunit enumerates when it runs; else 0.</param>
    /// <param name="displayName">The name people read.</param>
    /// <param name="timeout">When to give the test up, in milliseconds; 0 for never.</param>
    /// <exception cref="PerfTestException">The method cannot be measured.</exception>
    public static PerfTest Describe(Type testClass, MethodInfo method, object? instance, object?[]? given, int rowIndex, string displayName, int timeout)
    {
        var attribute = method.GetCustomAttributes().OfType<IPerfAttribute>().Single();
        var arguments = Arguments(method, given ?? []);
        var body = PerfBodyFactory.Create(method.IsStatic ? null : instance, method, arguments);
        // xunit v3 would report the test and let the call go on, beside the next perf test.
        if (timeout > 0 && !body.IsAsync)
            throw new PerfTestException($"{method.Name} has a Timeout, which only asynchronous tests can have: a synchronous call cannot be given up.");
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
            },
            PartsOfArgument = ArgumentParts.Of,
            Body = body,
        };
    }

    /// <summary>
    /// Runs the test without a synchronization context, as in ASP.NET Core and in console programs: xunit's would send every continuation
    /// through its own queue, and we would measure that. Synchronous tests stay on the thread that built their class.
    /// </summary>
    public static Task<PerfTestResult> StartAsync(PerfTest perfTest, CancellationToken cancellationToken)
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
