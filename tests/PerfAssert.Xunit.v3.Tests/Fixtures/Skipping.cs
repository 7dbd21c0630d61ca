using PerfAssert;

namespace Fixtures;

/// <summary>xunit v3's ways not to run a test.</summary>
public class Skipping
{
    public static bool Yes => true;

    public static bool No => false;

    public static IEnumerable<TheoryDataRow<int>> Rows =>
    [
        new(1) { Skip = "not this row" },
        new(2) { TestDisplayName = "the second row" },
        new(3) { Explicit = true },
    ];

    [PerfFact(Skip = "when", SkipWhen = nameof(Yes))]
    public void When() => World.Note("when");

    [PerfFact(Skip = "when", SkipWhen = nameof(No))]
    public void NotWhen() => World.Note("not when");

    [PerfFact(Skip = "unless", SkipUnless = nameof(No))]
    public void Unless() => World.Note("unless");

    [PerfFact(Explicit = true)]
    public void OnlyWhenAsked() => World.Note("explicit");

    [PerfFact(SkipExceptions = [typeof(NotSupportedException)])]
    public void ByException() => throw new NotSupportedException("not here");

    [PerfTheory, MemberData(nameof(Rows))]
    public void Theory(int row) => World.Note("row " + row);

    [PerfTheory(SkipTestWithoutData = true), MemberData(nameof(Nothing))]
    public void WithoutData(int row) => World.Note("row " + row);

    public static TheoryData<int> Nothing => [];
}
