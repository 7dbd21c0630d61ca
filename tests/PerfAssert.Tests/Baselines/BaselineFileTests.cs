using System.Collections.Immutable;
using System.Text;
using CsCheck;
using PerfAssert.Baselines;
using PerfAssert.Facts;
using PerfAssert.Statistics;

namespace PerfAssert.Tests.Baselines;

public class BaselineFileTests
{
    private static readonly Gen<BaselineRecord> Records =
        Gen.Select(Gen.Double[0.001, 1e12], Gen.Double[0, 1e9], Gen.Bool, Gen.Int[0, 1_000_000]).Select((time, bytes, exact, seconds) => new BaselineRecord
        {
            Min = time, P25 = time * 1.1, P50 = time * 1.2, P95 = time * 1.3, P99 = time * 2, Mix = 30_000, CpuLoad = 1,
            PercentilesOf = exact ? PercentileSource.Calls : PercentileSource.BatchMeans,
            Allocated = bytes, AllocatedExactly = exact, Recorded = Make.Day.AddSeconds(seconds),
            Facts = seconds % 3 == 0 ? FactCounts.None : FactCounts.None.With(ExactFact.SqlCommands.Name, seconds).With("what a later version counts", 7),
        });

    // Any UTF-16 but lone surrogates, which no UTF-8 file can hold; keys hold names of types, which have none.
    private static readonly Gen<string> Names = Gen.String.Select(s => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(s)));

    private static readonly Gen<BaselineFile> Files =
        Gen.Select(Names, Names, Names, Records).Array[0, 6].Select(entries =>
            entries.Where(e => e.Item1 != BaselineFormat.SchemaProperty).Aggregate(BaselineFile.Empty, (file, e) => file.With(e.Item1, e.Item2, e.Item3, e.Item4)));

    [Fact]
    public void Looks_like_this() =>
        Snapshot.Match(Encoding.UTF8.GetString(BaselineWriter.Write(
            BaselineFile.Empty
                .With("Shop.CartPerf.Total#0a1b2c3d4e5f @net10.0", "Shop.CartPerf.Total(currency: \"€\")", Make.Machine().Key, Make.Record(1_234.5, 72))
                .With("Shop.CartPerf.Adds @net10.0", "Shop.CartPerf.Adds", Make.Machine().Key, Make.Record(812.25, exact: false))
                .With("Shop.CartPerf.Adds @net10.0", "Shop.CartPerf.Adds", Make.Machine("Another CPU").Key, Make.Record(700) with { Facts = FactCounts.None.With("sqlCommands", 2).With("sqlRows", 50) }))));

    [Fact]
    public void Comes_back_from_disk_as_it_went() => Files.Sample(file => Read(BaselineWriter.Write(file)).Equals(file));

    [Fact]
    public void Is_the_same_bytes_however_it_was_put_together() =>
        Files.Sample(file =>
        {
            var shuffled = file.Entries.Reverse().SelectMany(e => e.Value.Machines.Reverse().Select(m => (e.Key, e.Value.Name, m)))
                .Aggregate(BaselineFile.Empty, (f, x) => f.With(x.Key, x.Name, x.m.Key, x.m.Value));
            return BaselineWriter.Write(shuffled).AsSpan().SequenceEqual(BaselineWriter.Write(file));
        });

    [Fact]
    public void Has_unix_line_ends_and_ends_with_one() =>
        Files.Sample(file => BaselineWriter.Write(file) is var bytes && !bytes.Contains((byte)'\r') && bytes[^1] == '\n' && bytes[^2] == '}');

    [Fact]
    public void Writes_each_entry_as_one_line_that_ends_with_a_comma_so_that_changes_merge_line_by_line() =>
        Files.Sample(file =>
        {
            var lines = Encoding.UTF8.GetString(BaselineWriter.Write(file)).Split('\n');
            return lines.Length == file.Entries.Count + 4 && lines[1..^3].All(line => line.EndsWith("},", StringComparison.Ordinal));
        });

    [Fact]
    public void Whatever_bytes_are_in_it_reading_gives_a_file_or_a_clear_error() =>
        Gen.Byte.Array[0, 60].Sample(bytes => ReadsOrExplains(bytes));

    [Fact]
    public void Whatever_is_broken_in_it_reading_gives_a_file_or_a_clear_error() =>
        Gen.Select(Files, Gen.Int[0, 10_000], Gen.Byte, Gen.Bool).Sample((file, at, with, remove) =>
        {
            var bytes = BaselineWriter.Write(file).ToList();
            if (remove)
                bytes.RemoveRange(at % bytes.Count, Math.Min(bytes.Count - (at % bytes.Count), with));
            else
                bytes[at % bytes.Count] = with;
            return ReadsOrExplains([.. bytes]);
        });

    [Theory]
    [InlineData("", 1, "not valid JSON")]
    [InlineData("{", 1, "not valid JSON")]
    [InlineData("[]", 1, "a baseline is a JSON object")]
    [InlineData("{\n  \"schema\": 1\n}\n}", 4, "not valid JSON")]
    [InlineData("{\n  \"schema\": 2\n}", 2, "written with schema 2, and this PerfAssert reads schema 1")]
    [InlineData("{\n  \"schema\": \"1\"\n}", 2, "the schema version is not a whole number")]
    [InlineData("{\n  \"schema\": 0\n}", 2, "the schema version is not a whole number")]
    [InlineData("{}", null, "the schema version is missing")]
    [InlineData("{\n  \"A\": { \"machines\": {} },\n  \"A\": { \"machines\": {} },\n  \"schema\": 1\n}", 3, "a second entry of the same key; the first is on line 2")]
    [InlineData("{\n  \"A\": { },\n  \"schema\": 1\n}", 2, "missing property")]
    [InlineData("{\n  \"A\": {\n    \"machines\": {},\n    \"nmae\": \"\"\n  },\n  \"schema\": 1\n}", 4, "unknown property")]
    [InlineData("{\n  \"A\": {\n    \"machines\": {\n      \"M\": {\n        \"min\": -1 } } },\n  \"schema\": 1\n}", 5, "not a number above 0")]
    [InlineData("{\n<<<<<<< HEAD\n  \"schema\": 1\n}", 2, "an unresolved merge conflict")]
    [InlineData("{\n  \"A\": \"\\ud800\",\n  \"schema\": 1\n}", 2, "not valid JSON")]
    public void Says_file_line_and_what_is_wrong(string text, int? line, string problem)
    {
        var error = Assert.Throws<BaselineException>(() => Read(Encoding.UTF8.GetBytes(text)));
        Assert.StartsWith(line is null ? "Cart.perf.json: " + problem : $"Cart.perf.json({line}): {problem}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_key_of_what_is_wrong() =>
        Assert.Equal("A / M / min", Assert.Throws<BaselineException>(() => Read("{ \"A\": { \"machines\": { \"M\": { \"min\": null } } }, \"schema\": 1 }"u8)).Key);

    [Theory]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("\"2\"")]
    public void A_count_is_a_whole_number(string count)
    {
        var text = Encoding.UTF8.GetString(BaselineWriter.Write(BaselineFile.Empty.With("A", "a", "M", Make.Record() with { Facts = FactCounts.None.With("sqlRows", 50) })));
        var error = Assert.Throws<BaselineException>(() => Read(Encoding.UTF8.GetBytes(text.Replace("\"sqlRows\":50", $"\"sqlRows\":{count}", StringComparison.Ordinal))));
        Assert.Equal("A / M / facts / sqlRows", error.Key);
    }

    [Fact]
    public void Tolerates_a_byte_order_mark_and_windows_line_ends() =>
        Assert.Equal(BaselineFile.Empty, Read("\ufeff{\r\n  \"schema\": 1\r\n}\r\n"u8));

    [Fact]
    public void Two_branches_additions_kept_by_a_union_merge_are_a_valid_file()
    {
        var common = BaselineFile.Empty.With("B", "b", "M", Make.Record());
        var ours = Lines(common.With("A", "a", "M", Make.Record()));
        var theirs = Lines(common.With("C", "c", "M", Make.Record()));
        var merged = ours.Take(ours.Length - 3).Concat(theirs.Skip(Lines(common).Length - 3));
        Assert.Equal(["A", "B", "C"], Read(Encoding.UTF8.GetBytes(string.Join('\n', merged))).Entries.Keys);

        static string[] Lines(BaselineFile file) => Encoding.UTF8.GetString(BaselineWriter.Write(file)).Split('\n');
    }

    private static BaselineFile Read(ReadOnlySpan<byte> bytes) => BaselineReader.Read(bytes, "Cart.perf.json");

    private static bool ReadsOrExplains(byte[] bytes)
    {
        try
        {
            Read(bytes);
            return true;
        }
        catch (BaselineException e)
        {
            return e.Message.StartsWith("Cart.perf.json", StringComparison.Ordinal);
        }
    }
}
