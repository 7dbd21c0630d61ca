using Microsoft.CodeAnalysis;

namespace PerfAssert.Analyzers;

/// <summary>The rules' descriptors: id, title, message and default severity of each.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor AsyncVoid = Create(
        RuleIds.AsyncVoid,
        "Perf test is async void",
        "'{0}' is async void: nobody can await it, so its time cannot be measured; return Task instead",
        "An async void method returns at its first await, and nobody can tell when it ends. PerfAssert refuses it when the test runs.");

    public static readonly DiagnosticDescriptor DroppedResult = Create(
        RuleIds.DroppedResult,
        "The JIT may drop what the perf test computes",
        "Nothing uses the result of '{0}', so the JIT may drop the work: return what the test computes",
        "The JIT leaves out arithmetic whose result is not used, and the test measures nothing. PerfAssert keeps what the test returns.");

    public static readonly DiagnosticDescriptor NothingToMeasure = Create(
        RuleIds.NothingToMeasure,
        "Perf test has nothing to measure",
        "'{0}' does nothing that could be measured",
        "A body that is empty, returns what is there already, or asserts about constants and fields has no time of its own.");

    public static readonly DiagnosticDescriptor DebugOnly = Create(
        RuleIds.DebugOnly,
        "Perf test works only in Debug builds",
        "'{0}' {1} only in Debug builds, where nothing is measured",
        "Perf tests are measured in Release builds. What stands in #if DEBUG, or is called by a method with [Conditional(\"DEBUG\")], is not there.");

    public static readonly DiagnosticDescriptor NoBaseline = Create(
        RuleIds.NoBaseline,
        "Perf test has no baseline",
        "'{0}' has no baseline to be compared with: run dotnet test -c Release and accept the result",
        "Without an entry in a *.perf.json file a perf test passes whatever it measures, unless it has limits of its own.",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor DanglingBaseline = Create(
        RuleIds.DanglingBaseline,
        "Baseline entry has no perf test",
        "There is no perf test '{0}': remove the entry, or give it the name that the test has now",
        "An entry whose test was renamed or removed is compared with nothing, and the renamed test passes without a baseline.");

    public static readonly DiagnosticDescriptor Refused = Create(
        RuleIds.Refused,
        "Perf test can't be run as it is written",
        "{0}",
        "PerfAssert fails such a test with the same words when it runs.");

    public static readonly DiagnosticDescriptor MeasuresTimer = Create(
        RuleIds.MeasuresTimer,
        "Perf test measures a timer",
        "'{0}' waits for a timer: the test measures the wait, and other code beside it hardly shows",
        "A sleep or a delay takes as long as the timer says, and a millisecond or more beyond that.");

    public static readonly DiagnosticDescriptor WorkLeftUndone = Create(
        RuleIds.WorkLeftUndone,
        "Work is left undone when the perf test returns",
        "'{0}' is not done when the test returns, and is not measured: {1}",
        "A sequence does its work when it is enumerated, and a task that nobody awaits goes on beside the next calls.");

    private static DiagnosticDescriptor Create(string id, string title, string message, string description, DiagnosticSeverity severity = DiagnosticSeverity.Warning) => new(
        id,
        title,
        message,
        "PerfAssert.Usage",
        severity,
        isEnabledByDefault: true,
        description,
        "https://github.com/perftooling/perftooling/blob/main/docs/rules/" + id + ".md");
}
