using System.Globalization;
using System.Reflection;
using PerfAssert.Baselines;

namespace PerfAssert.Builds;

/// <summary>A perf test that can be created outside of a test run.</summary>
/// <param name="Key">Its key in a baseline file, by which two builds know it as the same.</param>
/// <param name="DisplayName">The name people read.</param>
public sealed record HostedTest(string Key, string DisplayName)
{
    /// <summary>Why it cannot be created here; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Creates the test's class with all it needs. Throws what the code of the test throws.</summary>
    public required Func<CancellationToken, ValueTask<HostedInstance>> CreateAsync { get; init; }

    /// <summary>A test by its method and row: its key is the one a test run would give it.</summary>
    /// <param name="testClass">The class that runs the test.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The theory row's arguments; empty for a fact.</param>
    /// <param name="rowIndex">The row's place among the rows of its method.</param>
    /// <param name="partsOfArgument">As <see cref="PerfTest.PartsOfArgument"/>.</param>
    /// <param name="problem">Why it cannot be created; null where it can.</param>
    /// <param name="create">Creates it.</param>
    public static HostedTest Of(
        Type testClass,
        MethodInfo method,
        IReadOnlyList<object?> arguments,
        int rowIndex,
        Func<object, IReadOnlyDictionary<string, object?>?>? partsOfArgument,
        string? problem,
        Func<CancellationToken, ValueTask<HostedInstance>> create) =>
        new(BaselineKey.Of(testClass, method, ArgumentHash.Of(arguments, rowIndex, partsOfArgument)), NameOf(testClass, method, arguments)) { Problem = problem, CreateAsync = create };

    /// <summary>A name for people: class, method, and the row's arguments.</summary>
    /// <param name="testClass">The class that runs the test.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The theory row's arguments; empty for a fact.</param>
    public static string NameOf(Type testClass, MethodInfo method, IReadOnlyList<object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(testClass);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(arguments);
        var name = $"{BaselineKey.TypeName(testClass)}.{method.Name}";
        return arguments.Count == 0
            ? name
            : $"{name}({string.Join(", ", method.GetParameters().Zip(arguments, (parameter, value) => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name}: {value ?? "null"}")))})";
    }
}
