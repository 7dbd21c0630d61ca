namespace PerfAssert;

/// <summary>What holds for all perf tests of an assembly: <c>[assembly: PerfOptions(Strict = true)]</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PerfOptionsAttribute : Attribute
{
    /// <summary>
    /// Whether results that noise leaves open (<see cref="PerfOutcome.Inconclusive"/>) fail their tests. The environment variable PERFASSERT_STRICT (1 or 0) overrides it, so that one build can be
    /// stricter than a developer's run; a test's own Strict = true overrides both.
    /// </summary>
    public bool Strict { get; set; }
}
