using System.Runtime.CompilerServices;
using PerfAssert.Loads;
using PerfAssert.Loads.Scenarios;
using PerfAssert.Xunit.Sdk;
using Xunit;
#if XUNIT_V3
using Xunit.v3;
#else
using Xunit.Sdk;
#endif

namespace PerfAssert;

/// <summary>
/// Marks a method that is one request of a load test: it is sent many times, many at once, at a given rate or by a given number of users. Latencies, errors and what the system could not keep up with
/// decide, and a budget or the baseline beside it (<c>TestClass.perf.json</c>) where there is one. Debug builds send one request, like a <see cref="FactAttribute">[Fact]</see>.
/// </summary>
/// <remarks>
/// <para>The method returns nothing, a <see cref="Task"/> or a <see cref="ValueTask"/>, and takes nothing or one <see cref="LoadIteration"/>. All requests share one instance of its class. A request fails by
/// an exception: throw <see cref="LoadRequestException"/> to say under which name it is counted. <see cref="FactAttribute.Timeout"/> covers the test as a whole.</para>
/// <para>With <see cref="Scenario"/> a file describes the requests, and the method returns the <see cref="HttpClient"/> that sends them.</para>
/// <para>Derive from it to decide where load tests run: a constructor that sets <see cref="FactAttribute.Skip"/> where a server is missing, and hands on the file and the line.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
#if XUNIT_V3
[XunitTestCaseDiscoverer(typeof(LoadFactDiscoverer))]
#else
[XunitTestCaseDiscoverer("PerfAssert.Xunit.Sdk." + nameof(LoadFactDiscoverer), "PerfAssert.Xunit")]
#endif
public class LoadFactAttribute : FactAttribute
{
    /// <summary>The profile of a <see cref="Scenario"/> where none is named.</summary>
    public const string DefaultProfile = "smoke";

    /// <summary>Marks the method. The parameters are filled in by the compiler.</summary>
    /// <param name="sourceFile">Do not pass: the file of the method, beside which its baseline lies.</param>
    /// <param name="sourceLine">Do not pass: the line of the attribute.</param>
    public LoadFactAttribute([CallerFilePath] string? sourceFile = null, [CallerLineNumber] int sourceLine = 0)
#if XUNIT_V3
        : base(sourceFile, sourceLine)
#endif
    {
        SourceFile = sourceFile;
        SourceLine = sourceLine;
    }

    /// <summary>
    /// The file that describes the requests, such as <c>orders.load.json</c>, looked for beside the test's assembly; null (the default) where the method is the request. How much load is offered is up to
    /// its <see cref="Profile"/>, so <see cref="Rate"/> and its like are not set beside it. Its budget holds where <see cref="Budget"/> names none.
    /// </summary>
    public string? Scenario { get; set; }

    /// <summary>The profile of the <see cref="Scenario"/>; null (the default) for <c>smoke</c>. The environment variable <see cref="LoadScenario.ProfileVariable"/> names another for a run.</summary>
    public string? Profile { get; set; }

    /// <summary>
    /// Requests a second, whether or not earlier ones were answered: what the world outside does (the open model). With <see cref="Stages"/> the load of the first moment. Set this or <see cref="Users"/>.
    /// </summary>
    public double Rate { get; set; }

    /// <summary>Users, each of which sends its next request when its last was answered (the closed model). With <see cref="Stages"/> the load of the first moment.</summary>
    public int Users { get; set; }

    /// <summary>How long: a number with ms, s, min or h, up to a day; null (the default) for <c>30 s</c>.</summary>
    public string? Duration { get; set; }

    /// <summary>How long load is offered before anything counts; <c>0</c> for not at all, null (the default) for <c>5 s</c>. A load that starts at nothing has no warm-up.</summary>
    public string? WarmUp { get; set; }

    /// <summary>
    /// What follows on the load of the first moment, in straight lines: <c>30 s to 50, 1 min to 50, 10 s to 0</c>. A target is requests a second or users, as the test sets <see cref="Rate"/> or
    /// <see cref="Users"/>; where it sets neither, the text says it (<c>50/s</c>, <c>20 users</c>). Null (the default) for a constant load.
    /// </summary>
    public string? Stages { get; set; }

    /// <summary>Requests at which the run ends early, and says so: a limit against a typing error. 0 (the default) for a million.</summary>
    public long MaxRequests { get; set; }

    /// <summary>How long one request may take before it is given up as an error; null (the default) for <c>30 s</c>.</summary>
    public string? RequestTimeout { get; set; }

    /// <summary>Requests that may be on their way at once in the open model: an arrival that finds so many is dropped, and the test fails. 0 (the default) for a thousand.</summary>
    public int MaxInFlight { get; set; }

    /// <summary>The share of requests that may fail, from 0 (the default: none) to 1; 0.01 for one in a hundred.</summary>
    public double MaxErrors { get; set; }

    /// <summary>An operation of perf-budgets.json, such as <c>conversations.list</c>: latencies must keep to its limits, with or without a baseline. The file lies beside the project or above it.</summary>
    public string? Budget { get; set; }

    /// <summary>Whether a result that stays open (<see cref="PerfOutcome.Inconclusive"/>: a saturated generator, a machine that was not quiet) fails the test. The default is false.</summary>
    public bool Strict { get; set; }

    /// <summary>The file of the method as the compiler recorded it.</summary>
    public string? SourceFile { get; }

    /// <summary>The line of the attribute, from 1; 0 when not known.</summary>
    public int SourceLine { get; }
}
