using System.Text;
using System.Text.Json.Nodes;
using PerfTool.Cli;
using PerfTool.Reports;
using PerfTool.Results;

namespace PerfTool.Gate;

/// <summary>The gate's answer, for people and for tools.</summary>
internal static class GateText
{
    private static readonly GateDecision[] s_told = [GateDecision.Fail, GateDecision.Approved, GateDecision.Warn, GateDecision.Inform];

    /// <summary>A line a test that is to be told, the counts, and the answer.</summary>
    public static string Render(GateResult gate)
    {
        var text = new StringBuilder();
        foreach (var decision in s_told)
        {
            foreach (var test in gate.With(decision))
                text.Append(Word(decision).PadRight(9)).Append(TestWords.Headline(test)).Append(decision == GateDecision.Approved ? $"; approved: {TestWords.Plain(test.Approved!)}" : "").Append('\n');
        }

        return text.Append(ReportSections.Counts([.. gate.Tests.Select(test => test.Test)])).Append('\n').Append(Answer(gate)).Append('\n').ToString();
    }

    /// <summary>The answer in one line.</summary>
    public static string Answer(GateResult gate) => gate.ExitCode switch
    {
        ExitCode.Failed => $"gate: FAILED: {gate.With(GateDecision.Fail).Count()} of {gate.Tests.Count} tests",
        ExitCode.Inconclusive => $"gate: INCONCLUSIVE (strict): {gate.Undecided} of {gate.Tests.Count} tests have no answer",
        _ when gate.Undecided == gate.Tests.Count => "gate: passed, but no test has an answer",
        _ => "gate: passed",
    };

    /// <summary>JSON with a final newline.</summary>
    public static string ToJson(GateResult gate) => new JsonObject
    {
        ["passed"] = gate.ExitCode == ExitCode.Passed,
        ["exitCode"] = (int)gate.ExitCode,
        ["answer"] = Answer(gate),
        ["tests"] = gate.Tests.Count,
        ["undecided"] = gate.Undecided,
        ["failed"] = Tests(gate.With(GateDecision.Fail)),
        ["approved"] = Tests(gate.With(GateDecision.Approved)),
        ["warnings"] = Tests(gate.With(GateDecision.Warn)),
        ["informs"] = Tests(gate.With(GateDecision.Inform)),
    }.ToJsonString(ToolJson.Options) + "\n";

    private static JsonArray Tests(IEnumerable<TestResult> tests) => new([.. tests.Select(test =>
    {
        var json = new JsonObject { ["key"] = test.Key, ["name"] = test.Name, ["verdict"] = TestWords.Outcome(test), ["reason"] = test.Reason };
        if (test.Approved is { } approved)
            json["approved"] = approved;
        return json;
    })]);

    private static string Word(GateDecision decision) => decision switch
    {
        GateDecision.Fail => "fail",
        GateDecision.Approved => "approved",
        GateDecision.Warn => "warn",
        _ => "info",
    };
}
