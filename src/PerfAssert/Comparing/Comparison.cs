using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfAssert.Comparing;

/// <summary>What comparing two bodies gave. Facts only: what they mean is for Verdicts.</summary>
internal sealed record Comparison
{
    /// <summary>All pairs of batches, in the order in which they ran.</summary>
    public required IReadOnlyList<PairSample> Pairs { get; init; }

    /// <summary>How many pairs make a block.</summary>
    public required int PairsPerBlock { get; init; }

    /// <summary>How much longer the subject takes.</summary>
    public required RatioEstimate Ratio { get; init; }

    /// <summary>The code under test.</summary>
    public required Latency Subject { get; init; }

    /// <summary>What it was compared with.</summary>
    public required Latency Reference { get; init; }

    /// <summary>Bytes that a call of the code under test allocates.</summary>
    public required Allocation SubjectAllocation { get; init; }

    /// <summary>Bytes that a call of the other allocates.</summary>
    public required Allocation ReferenceAllocation { get; init; }

    /// <summary>Whether both ran at a steady pace, or the JIT had been quiet, when the comparison began.</summary>
    public required bool Settled { get; init; }

    /// <summary>Warm-up and comparison together.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The same with the code under test as what is compared with.</summary>
    public Comparison Inverted() => this with
    {
        Pairs = [.. Pairs.Select(pair => new PairSample(pair.Reference, pair.Subject))],
        Ratio = Ratio.Inverted(),
        Subject = Reference,
        Reference = Subject,
        SubjectAllocation = ReferenceAllocation,
        ReferenceAllocation = SubjectAllocation,
    };
}
