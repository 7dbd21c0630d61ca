namespace PerfTooling.PlanOracle.Comparison;

/// <summary>Counts of verdicts.</summary>
internal readonly record struct Tally(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>How many of the reported ones the planner does; 1 where none was reported.</summary>
    public double Precision => Share(TruePositives, TruePositives + FalsePositives);

    /// <summary>How many of those the planner does were reported; 1 where it does none.</summary>
    public double Recall => Share(TruePositives, TruePositives + FalseNegatives);

    public static Tally Of(IEnumerable<Verdict> verdicts)
    {
        var counts = verdicts.CountBy(verdict => verdict).ToDictionary();
        return new Tally(
            counts.GetValueOrDefault(Verdict.TruePositive),
            counts.GetValueOrDefault(Verdict.FalsePositive),
            counts.GetValueOrDefault(Verdict.FalseNegative),
            counts.GetValueOrDefault(Verdict.TrueNegative));
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
