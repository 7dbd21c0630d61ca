using CsCheck;
using PerfBudgets.Reading;

namespace PerfBudgets.Tests.Reading;

public class NearNamesTests
{
    private static readonly Gen<string> Words = Gen.Char["abc"].Array[0, 6].Select(chars => new string(chars));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("flaw", "lawn", 2)]
    public void The_distance_is_Levenshtein_s(string a, string b, int distance) => Assert.Equal(distance, NearNames.Distance(a, b));

    [Fact]
    public void The_distance_is_the_same_both_ways() => Gen.Select(Words, Words).Sample((a, b) => NearNames.Distance(a, b) == NearNames.Distance(b, a));

    [Fact]
    public void A_way_round_is_never_shorter() =>
        Gen.Select(Words, Words, Words).Sample((a, b, c) => NearNames.Distance(a, c) <= NearNames.Distance(a, b) + NearNames.Distance(b, c));

    [Fact]
    public void No_more_than_three_are_suggested() => Assert.Equal(3, NearNames.Of("abcdef", ["abcdeg", "abcdeh", "abcdei", "abcdej"]).Count);
}
