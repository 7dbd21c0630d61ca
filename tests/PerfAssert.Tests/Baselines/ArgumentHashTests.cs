using System.Globalization;
using CsCheck;
using PerfAssert.Baselines;

namespace PerfAssert.Tests.Baselines;

public class ArgumentHashTests
{
    public static TheoryData<string, object?[], object?[]> Different => new()
    {
        { "null and its name", [null], ["null"] },
        { "a number and its text", [1], ["1"] },
        { "numbers of two types", [1], [1L] },
        { "an enum and its number", [DayOfWeek.Monday], [1] },
        { "enums of two types", [DayOfWeek.Monday], [DateTimeKind.Utc] },
        { "half a surrogate pair and the other half", ["\ud83d"], ["\ude00"] },
        { "composed and decomposed letters", ["\u00e9"], ["e\u0301"] },
        { "text cut in two places", ["ab", "c"], ["a", "bc"] },
        { "text that looks like two texts", ["a;System.String:b"], ["a", "b"] },
        { "an array and its elements", [new[] { 1, 2 }], [1, 2] },
        { "arrays cut in two places", [new[] { new[] { 1 }, new[] { 2 } }], [new[] { new[] { 1, 2 } }] },
        { "zero and negative zero", [0.0], [-0.0] },
        { "decimals of two scales", [1.0m], [1.00m] },
        { "local and universal time", [new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local)], [new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)] },
        { "types", [typeof(int)], [typeof(long)] },
        { "tuples", [(1, "a")], [(1, "b")] },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void Tells_apart(string what, object?[] one, object?[] other) =>
        Assert.True(Hash(one) != Hash(other), what);

    [Fact]
    public void Is_what_it_was_when_the_baselines_of_our_users_were_written() =>
        Assert.Equal("c5d256de4390", Hash([10, "ä\ud800", null, new[] { 1.5, double.NaN }, DayOfWeek.Friday, Guid.Empty]));

    [Fact]
    public void Is_the_same_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        var here = Hash([1234.5, -7, 1.5m, DateTime.UnixEpoch]);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR") { NumberFormat = { NegativeSign = "~", NumberDecimalSeparator = "_" } };
            Assert.Equal(here, Hash([1234.5, -7, 1.5m, DateTime.UnixEpoch]));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Is_equal_for_equal_rows() =>
        Gen.Select(Gen.Int, Gen.String, Gen.Double, Gen.Byte.Array[0, 5]).Sample((i, s, d, b) =>
            Hash([i, s, d, b]) == Hash([i, new string(s.AsSpan()), d, b.ToArray()]));

    [Fact]
    public void Tells_opaque_values_apart_by_their_row() =>
        Assert.NotEqual(ArgumentHash.Of([new object()], 0), ArgumentHash.Of([new object()], 1));

    [Fact]
    public void Does_not_mind_the_row_where_values_tell() =>
        Assert.Equal(ArgumentHash.Of([1], 0), ArgumentHash.Of([1], 1));

    [Fact]
    public void Knows_a_value_by_the_parts_that_the_test_framework_finds_in_it() =>
        Assert.Equal(ArgumentHash.Of([new object()], 0, _ => Parts(("a", 1), ("b", 2))), ArgumentHash.Of([new object()], 1, _ => Parts(("b", 2), ("a", 1))));

    [Fact]
    public void Tells_values_apart_by_their_parts() =>
        Assert.NotEqual(ArgumentHash.Of([new object()], 0, _ => Parts(("a", 1))), ArgumentHash.Of([new object()], 0, _ => Parts(("a", 2))));

    [Fact]
    public void Tells_values_apart_by_the_names_of_their_parts() =>
        Assert.NotEqual(ArgumentHash.Of([new object()], 0, _ => Parts(("a", 1))), ArgumentHash.Of([new object()], 0, _ => Parts(("b", 1))));

    [Fact]
    public void Tells_values_apart_by_what_they_write_where_they_can_read_it() => Assert.NotEqual(Hash([new Length(1)]), Hash([new Length(2)]));

    [Fact]
    public void Does_not_mind_the_row_where_a_value_can_read_what_it_writes() =>
        Assert.Equal(ArgumentHash.Of([new Length(1)], 0), ArgumentHash.Of([new Length(1)], 1));

    [Fact]
    public void Ends_for_a_list_that_contains_itself()
    {
        var list = new List<object>();
        list.Add(list);
        Assert.NotNull(Hash([list]));
    }

    [Fact]
    public void Of_no_arguments_is_none() => Assert.Null(Hash([]));

    private static string? Hash(object?[] arguments) => ArgumentHash.Of(arguments, 0);

    private static Dictionary<string, object?> Parts(params (string Name, object? Value)[] parts) => parts.ToDictionary(p => p.Name, p => p.Value);

    private readonly record struct Length(int Metres) : IFormattable, IParsable<Length>
    {
        public static Length Parse(string s, IFormatProvider? provider) => new(int.Parse(s, provider));

        public static bool TryParse(string? s, IFormatProvider? provider, out Length result)
        {
            var parsed = int.TryParse(s, provider, out var metres);
            result = new Length(metres);
            return parsed;
        }

        public string ToString(string? format, IFormatProvider? formatProvider) => Metres.ToString(format, formatProvider);
    }
}
