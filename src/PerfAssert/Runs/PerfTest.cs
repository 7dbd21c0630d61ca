using System.Reflection;
using PerfAssert.Loads;
using PerfAssert.Measuring;

namespace PerfAssert;

/// <summary>One perf test, as a test framework's adapter hands it to <see cref="PerfTestEngine"/>: a fact, or one row of a theory.</summary>
public sealed record PerfTest
{
    /// <summary>The class that runs the test; its name is part of the baseline's key.</summary>
    public required Type TestClass { get; init; }

    /// <summary>The test method.</summary>
    public required MethodInfo Method { get; init; }

    /// <summary>The theory row's arguments, one per parameter; empty for a fact.</summary>
    public IReadOnlyList<object?> Arguments { get; init; } = [];

    /// <summary>The row's place among the rows of its method: tells rows apart whose values are opaque.</summary>
    public int RowIndex { get; init; }

    /// <summary>The name people read. Never part of a key.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The source file of the test as the compiler recorded it ([CallerFilePath]); null when it did not.</summary>
    public string? SourceFile { get; init; }

    /// <summary>The line of the test in <see cref="SourceFile"/>, from 1; 0 when not known.</summary>
    public int SourceLine { get; init; }

    /// <summary>What the test asks for beyond the defaults.</summary>
    public PerfPolicy Policy { get; init; } = PerfPolicy.Default;

    /// <summary>The named values that an argument consists of which is neither a plain value nor a collection; returns null for one of which nothing is known.</summary>
    public Func<object, IReadOnlyDictionary<string, object?>?>? PartsOfArgument { get; init; }

    /// <summary>The code to measure.</summary>
    public required PerfBody Body { get; init; }

    /// <summary>Called with a message when the test must wait because another process of the machine measures; null for silence.</summary>
    public Action<string>? OnWaiting { get; init; }

    /// <summary>Called with a line now and then while a load test runs; null for silence.</summary>
    public Action<string>? OnProgress { get; init; }

    /// <summary>Called when waiting ends: whoever limits the test's time begins anew.</summary>
    public Action? OnTurn { get; init; }

    /// <summary>
    /// What to compare the code with: its time is then held against that, batch by batch in the same process, and not against a baseline. Null for a test with a baseline.
    /// </summary>
    public PerfReference? RelativeTo { get; init; }

    /// <summary>What makes it a load test: then <see cref="Body"/>, one request, is not measured by itself. Null for any other.</summary>
    public LoadPlan? Load { get; init; }
}
