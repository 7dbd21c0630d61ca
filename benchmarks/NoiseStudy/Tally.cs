using PerfAssert;
using PerfTooling.Benchmarks;

namespace PerfTooling.NoiseStudy;

/// <summary>Outcomes, and how long each took.</summary>
internal sealed record Tally(IReadOnlyList<(PerfOutcome Outcome, double Seconds)> Verdicts)
{
    public int Count => Verdicts.Count;

    public double MedianSeconds => Verdicts.Count == 0 ? 0 : Verdicts.Select(verdict => verdict.Seconds).Order().ElementAt(Verdicts.Count / 2);

    public Rate Of(params PerfOutcome[] outcomes) => new(Verdicts.Count(verdict => outcomes.Contains(verdict.Outcome)), Verdicts.Count);

    public static Tally operator +(Tally left, Tally right) => new([.. left.Verdicts, .. right.Verdicts]);
}
