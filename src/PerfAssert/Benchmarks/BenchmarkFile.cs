using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfAssert.Baselines;
using PerfBudgets.Json;

namespace PerfAssert.Benchmarks;

/// <summary>A <see cref="BenchmarkBaseline"/> on disk: the same content gives the same bytes. Metrics in ordinal order, LF line ends.</summary>
internal static class BenchmarkFile
{
    private const string BenchmarkProperty = "benchmark";
    private const string EnvironmentProperty = "environment";
    private const string RecordedProperty = "recorded";
    private const string MetricsProperty = "metrics";
    private const string Unit = "unit";
    private const string BetterProperty = "better";
    private const string Values = "values";

    private const string Restore = "The file was left as it is. Restore it from version control (git checkout), or record a new baseline.";

    private static readonly string[] FileProperties = [BenchmarkProperty, EnvironmentProperty, RecordedProperty, MetricsProperty, StrictJson.SchemaProperty];
    private static readonly string[] MetricProperties = [Unit, BetterProperty, Values];

    /// <summary>Writes the file as a whole.</summary>
    /// <exception cref="BaselineException">It is there already and may not be replaced.</exception>
    public static void Write(string path, BenchmarkBaseline baseline, bool overwrite)
    {
        try
        {
            AtomicFile.Write(path, Render(baseline), overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            throw new BaselineException(path, null, null, "there is a baseline already", "Nothing was written. Pass overwrite: true to replace it.");
        }
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="BaselineException">It is missing or not usable.</exception>
    public static BenchmarkBaseline Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BaselineException(path, null, null, "there is no such file", $"Record a baseline first: {nameof(PerfBenchmark)}.{nameof(PerfBenchmark.SaveBaseline)}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BaselineException(path, null, null, "cannot be read: " + e.Message, "Check that the file is readable and not locked by another program.", e);
        }
    }

    internal static byte[] Render(BenchmarkBaseline baseline)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString(BenchmarkProperty, baseline.Benchmark);
            json.WriteString(EnvironmentProperty, baseline.Environment);
            json.WriteString(RecordedProperty, baseline.Recorded.ToString(BaselineFormat.DateFormat, CultureInfo.InvariantCulture));
            json.WriteStartObject(MetricsProperty);
            foreach (var (name, metric) in baseline.Metrics)
            {
                json.WriteStartObject(name);
                json.WriteString(Unit, metric.Unit);
                json.WriteString(BetterProperty, metric.Better == Better.Higher ? "higher" : "lower");
                json.WriteStartArray(Values);
                // In order: which run of them came first says nothing, and a diff shows where the distribution moved.
                foreach (var value in metric.Values.Order())
                    json.WriteNumberValue(value);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteNumber(StrictJson.SchemaProperty, BenchmarkBaseline.Schema);
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan.ToArray().Where(b => b != (byte)'\r'), (byte)'\n'];
    }

    internal static BenchmarkBaseline Parse(ReadOnlySpan<byte> utf8, string path)
    {
        var json = new StrictJson((line, key, problem, remedy) => new BaselineException(path, line, key, problem, remedy ?? Restore));
        var root = json.Parse(utf8);
        if (root.Type != JsonTokenType.StartObject)
            throw Corrupt(root, null, "a baseline is a JSON object");
        json.CheckSchema(root, BenchmarkBaseline.Schema, "PerfAssert");
        var members = json.Members(root, null, FileProperties);
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, Metric>(StringComparer.Ordinal);
        foreach (var (name, node) in json.Members(Get(members, root, null, MetricsProperty), MetricsProperty))
            metrics.Add(name, ReadMetric(name, node));
        var recorded = Get(members, root, null, RecordedProperty);
        return DateTime.TryParseExact(
            json.Text(recorded, RecordedProperty), BaselineFormat.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? new BenchmarkBaseline(Text(BenchmarkProperty), Text(EnvironmentProperty), date, metrics.ToImmutable())
            : throw Corrupt(recorded, RecordedProperty, "not a time of the form yyyy-MM-ddTHH:mm:ssZ");

        string Text(string name) => json.Text(Get(members, root, null, name), name);

        Metric ReadMetric(string name, JsonNodeWithLine node)
        {
            var key = StrictJson.Join(MetricsProperty, name);
            var properties = json.Members(node, key, MetricProperties);
            var better = Get(properties, node, key, BetterProperty);
            var direction = json.Text(better, StrictJson.Join(key, BetterProperty));
            if (direction is not ("higher" or "lower"))
                throw Corrupt(better, StrictJson.Join(key, BetterProperty), "not one of higher, lower");
            return new Metric(
                name,
                json.Text(Get(properties, node, key, Unit), StrictJson.Join(key, Unit)),
                direction == "higher" ? Better.Higher : Better.Lower,
                ReadValues(Get(properties, node, key, Values), StrictJson.Join(key, Values)));
        }

        ImmutableArray<double> ReadValues(JsonNodeWithLine node, string key)
        {
            if (node.Type != JsonTokenType.StartArray || ((IReadOnlyList<JsonNodeWithLine>)node.Value!).Count == 0)
                throw Corrupt(node, key, "not a list of one value or more");
            return
            [
                .. ((IReadOnlyList<JsonNodeWithLine>)node.Value!).Select(item => item is { Type: JsonTokenType.Number, Value: double value } && double.IsFinite(value) && value >= 0
                    ? value
                    : throw Corrupt(item, key, "not a number of 0 or more")),
            ];
        }

        JsonNodeWithLine Get(IReadOnlyDictionary<string, JsonNodeWithLine> of, JsonNodeWithLine parent, string? key, string name) =>
            of.TryGetValue(name, out var value) ? value : throw Corrupt(parent, StrictJson.Join(key, name), "missing property");

        BaselineException Corrupt(JsonNodeWithLine node, string? key, string problem) => new(path, node.Line, key, problem, Restore);
    }
}
