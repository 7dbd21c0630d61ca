namespace PerfTool.Indexes.Measuring;

/// <summary>One query without and with the indexes.</summary>
/// <param name="Name">The query.</param>
/// <param name="Before">Milliseconds without them: the median of the rounds' medians; null where it took longer than it may.</param>
/// <param name="After">Milliseconds with them; null likewise.</param>
/// <param name="Gains">How many times as fast, round by round; none where a time is missing.</param>
/// <param name="Rows">Rows returned; null where it never came to its end.</param>
/// <param name="PlanBefore">How the database reads its tables without them.</param>
/// <param name="PlanAfter">And with them.</param>
internal sealed record QueryGain(string Name, double? Before, double? After, IReadOnlyList<double> Gains, long? Rows, string PlanBefore, string PlanAfter)
{
    /// <summary>How many times as fast; null where a time is missing.</summary>
    public double? Gain => Before / After;

    /// <summary>Whether all rounds agree that it is faster by a tenth at least, and the database reads it in another way.</summary>
    public bool IsFaster => PlanBefore != PlanAfter && (After is not null && Before is null || (Gains.Count > 0 && Gains.Min() >= 1.1));

    /// <summary>Whether all rounds agree that it is slower by a tenth at least, and the database reads it in another way.</summary>
    public bool IsSlower => PlanBefore != PlanAfter && (Before is not null && After is null || (Gains.Count > 0 && Gains.Max() <= 1 / 1.1));
}
