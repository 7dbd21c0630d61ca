using System.Runtime.CompilerServices;
using PerfAssert.Xunit.Sdk;
using Xunit;
#if XUNIT_V3
using Xunit.v3;
#else
using Xunit.Sdk;
#endif

namespace PerfAssert;

/// <summary>
/// Marks a method whose time and allocations are measured and held against the baseline checked in beside it
/// (<c>TestClass.perf.json</c>). Debug builds run it once, like a <see cref="FactAttribute">[Fact]</see>.
/// </summary>
/// <remarks>
/// The method may be synchronous or return a <see cref="Task"/> or <see cref="ValueTask"/>, with or without a result; it is called many
/// times on one instance of its class. <see cref="FactAttribute.Timeout"/> covers the measurement as a whole.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
#if XUNIT_V3
[XunitTestCaseDiscoverer(typeof(PerfFactDiscoverer))]
#else
[XunitTestCaseDiscoverer("PerfAssert.Xunit.Sdk." + nameof(PerfFactDiscoverer), "PerfAssert.Xunit")]
#endif
public sealed class PerfFactAttribute : FactAttribute, IPerfAttribute
{
    /// <summary>Marks the method. The parameters are filled in by the compiler.</summary>
    /// <param name="sourceFile">Do not pass: the file of the method, beside which its baseline lies.</param>
    /// <param name="sourceLine">Do not pass: the line of the attribute.</param>
    public PerfFactAttribute([CallerFilePath] string? sourceFile = null, [CallerLineNumber] int sourceLine = 0)
#if XUNIT_V3
        : base(sourceFile, sourceLine)
#endif
    {
        SourceFile = sourceFile;
        SourceLine = sourceLine;
    }

    /// <summary>Whether a result that noise leaves open (<see cref="PerfOutcome.Inconclusive"/>) fails the test. The default is false.</summary>
    public bool Strict { get; set; }

    /// <summary>
    /// Bytes one call may allocate, with or without a baseline: 0 for none at all, <see cref="PerfPolicy.Unlimited"/> (the default)
    /// for no limit. Counted exactly in synchronous code; asynchronous code has a tolerance of 256 bytes.
    /// </summary>
    public long MaxAllocatedBytes { get; set; } = PerfPolicy.Unlimited;

    /// <summary>
    /// SQL commands one call may send, in Debug builds too; <see cref="PerfPolicy.Unlimited"/> (the default) for no limit. Counted by the
    /// package PerfAssert.EntityFrameworkCore, without which the test fails.
    /// </summary>
    public long MaxCommands { get; set; } = PerfPolicy.Unlimited;

    /// <summary>Rows one call may read from the database; as <see cref="MaxCommands"/>.</summary>
    public long MaxRows { get; set; } = PerfPolicy.Unlimited;

    /// <summary>How often one call may send the same statement, whatever its parameters: 1 finds N+1 queries. As <see cref="MaxCommands"/>.</summary>
    public long MaxSameStatement { get; set; } = PerfPolicy.Unlimited;

    /// <summary>
    /// Whether the test fails where a query plan reads a table or an index from end to end (SQLite and PostgreSQL). Plans are explained by the
    /// package PerfAssert.EntityFrameworkCore.
    /// </summary>
    public bool NoFullScan { get; set; }

    /// <summary>
    /// An operation of perf-budgets.json, such as <c>conversations.list</c>: the percentiles of a call must keep to its limits, with or without a
    /// baseline. The file lies beside the project or above it.
    /// </summary>
    public string? Budget { get; set; }

    /// <summary>
    /// The name of another method of the class that does the same in another way, with the same parameters: the test's time is held against that, batch by batch in the same process, on any
    /// machine and without a baseline. Null (the default) for a test with a baseline.
    /// </summary>
    public string? RelativeTo { get; set; }

    /// <summary>How many times as long as <see cref="RelativeTo"/> a call may take: a number above 0, 1.05 by default; 0.5 for "twice as fast".</summary>
    public double MaxRatio { get; set; } = PerfPolicy.DefaultMaxRatio;

    /// <summary>
    /// The name of a method of the class that is called before each batch of calls, outside of what is measured; it may take the number of calls, as a <see cref="long"/>. Null (the default)
    /// for none.
    /// </summary>
    public string? BatchSetup { get; set; }

    /// <summary>The same, called after each batch.</summary>
    public string? BatchCleanup { get; set; }

    /// <summary>The file of the method as the compiler recorded it.</summary>
    public string? SourceFile { get; }

    /// <summary>The line of the attribute, from 1; 0 when not known.</summary>
    public int SourceLine { get; }
}
