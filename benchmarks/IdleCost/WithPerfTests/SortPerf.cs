using PerfAssert;

namespace PerfTooling.IdleCost;

/// <summary>Fifty perf tests, none of which the benchmark selects.</summary>
public sealed class SortPerf
{
    public static TheoryData<int> Sizes { get; } = [.. Enumerable.Range(1, 49)];

    [PerfFact]
    public int Smallest() => new[] { 3, 1, 2 }.Order().First();

    [PerfTheory]
    [MemberData(nameof(Sizes))]
    public int Largest(int size) => Enumerable.Range(0, size).OrderDescending().First();
}
