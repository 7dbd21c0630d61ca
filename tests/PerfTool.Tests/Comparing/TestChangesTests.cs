using CsCheck;
using PerfTool.Comparing;

namespace PerfTool.Tests.Comparing;

public sealed class TestChangesTests
{
    [Fact]
    public void A_test_in_a_class_of_another_name_was_renamed() => Assert.Equal([("Shop.CartPerf.Adds @net10.0", "Shop.BasketPerf.Adds @net10.0")], Of(["Shop.BasketPerf.Adds @net10.0"], ["Shop.CartPerf.Adds @net10.0"]).Renamed);

    [Fact]
    public void A_test_of_another_name_in_the_same_class_was_renamed() => Assert.Equal([("Shop.CartPerf.Adds @net10.0", "Shop.CartPerf.AddsItem @net10.0")], Of(["Shop.CartPerf.AddsItem @net10.0"], ["Shop.CartPerf.Adds @net10.0"]).Renamed);

    [Fact]
    public void A_test_for_another_framework_goes_by_another_name() => Assert.Equal([("Shop.CartPerf.Adds#1a @net8.0", "Shop.CartPerf.Adds#1a @net10.0")], Of(["Shop.CartPerf.Adds#1a @net10.0"], ["Shop.CartPerf.Adds#1a @net8.0"]).Renamed);

    [Fact]
    public void Where_two_could_be_meant_nothing_is_guessed()
    {
        var changes = Of(["Shop.CartPerf.B @net10.0", "Shop.CartPerf.C @net10.0"], ["Shop.CartPerf.A @net10.0"]);
        Assert.Equal((2, 1, 0), (changes.Added.Count, changes.Removed.Count, changes.Renamed.Count));
    }

    [Fact]
    public void Every_test_is_told_once() =>
        Gen.Select(Keys, Keys).Sample((added, removed) =>
        {
            var changes = Of([.. added.Except(removed)], [.. removed.Except(added)]);
            return changes.Added.Concat(changes.Renamed.Select(pair => pair.To)).Order(StringComparer.Ordinal).SequenceEqual(added.Except(removed).Order(StringComparer.Ordinal))
                && changes.Removed.Concat(changes.Renamed.Select(pair => pair.From)).Order(StringComparer.Ordinal).SequenceEqual(removed.Except(added).Order(StringComparer.Ordinal));
        });

    private static Gen<string[]> Keys { get; } = Gen.Select(Gen.OneOf(new[] { "Shop.A", "Shop.B", "C" }.Select(Gen.Const).ToArray()), Gen.OneOf(new[] { "M", "N" }.Select(Gen.Const).ToArray()), Gen.OneOf(new[] { "", "#1", "#2" }.Select(Gen.Const).ToArray()), Gen.OneOf(new[] { "net8.0", "net10.0" }.Select(Gen.Const).ToArray()))
        .Select((type, method, row, framework) => $"{type}.{method}{row} @{framework}").Array[0, 8].Select(keys => keys.Distinct().ToArray());

    private static TestChanges Of(string[] added, string[] removed) => TestChanges.Of(new SharedTests([], added, removed));
}
