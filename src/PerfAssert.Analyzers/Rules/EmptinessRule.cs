using Microsoft.CodeAnalysis;
using PerfAssert.Analyzers.Bodies;

namespace PerfAssert.Analyzers.Rules;

/// <summary>
/// PERF303, 304 and a part of 309: a test that does nothing where it is measured. Which of them depends on why: there is nothing, it is
/// left out of Release builds, or it only composes a sequence.
/// </summary>
internal static class EmptinessRule
{
    public static Diagnostic? Judge(PerfMethod test)
    {
        var skipsDebugCode = DebugRegions.AreLeftOut(test.Compilation, test.Syntax.SyntaxTree);
        if (skipsDebugCode && DebugRegions.Contain(test.Syntax))
            return Diagnostic.Create(Descriptors.DebugOnly, test.Location, test.Name, "exists");
        // What a derived class overrides is the test there.
        if (test.Body is null || (test.Symbol is { IsVirtual: true } or { IsOverride: true, IsSealed: false } && !test.Symbol.ContainingType.IsSealed))
            return null;
        return IdleBody.Read(test.Body, skipsDebugCode) switch
        {
            null => null,
            { Sequence: { } sequence } => UnfinishedRule.Unenumerated(sequence),
            { DebugCode: not null } => Diagnostic.Create(Descriptors.DebugOnly, test.Location, test.Name, "does its work"),
            _ => Diagnostic.Create(Descriptors.NothingToMeasure, test.Location, test.Name),
        };
    }
}
