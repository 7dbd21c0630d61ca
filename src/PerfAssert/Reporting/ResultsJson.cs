using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfAssert.Baselines;
using PerfAssert.Facts;
using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfAssert.Reporting;

/// <summary>A run as JSON, for tools: TestResults/perf-results.json. Times in nanoseconds, sizes in bytes.</summary>
internal static class ResultsJson
{
    /// <summary>The version of this format.</summary>
    public const int Schema = 1;

    /// <summary>The bytes of the file.</summary>
    public static byte[] Render(RunInfo run, IReadOnlyCollection<PerfTestResult> results)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            json.WriteString("assembly", run.Assembly);
            json.WriteString("targetFramework", run.TargetFramework);
            json.WriteString("machine", run.Machine);
            json.WriteString("started", run.Started.ToString(BaselineFormat.DateFormat, CultureInfo.InvariantCulture));
            json.WriteStartObject("counts");
            foreach (var outcome in Enum.GetValues<PerfOutcome>())
                json.WriteNumber(Camel(outcome.ToString()), results.Count(r => r.Outcome == outcome));
            json.WriteEndObject();
            json.WriteStartArray("tests");
            foreach (var result in results.OrderBy(r => r.Key, StringComparer.Ordinal))
                WriteTest(json, result);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan.ToArray().Where(b => b != (byte)'\r'), (byte)'\n'];
    }

    private static void WriteTest(Utf8JsonWriter json, PerfTestResult result)
    {
        json.WriteStartObject();
        json.WriteString("key", result.Key);
        json.WriteString("name", result.Test.DisplayName);
        json.WriteString("outcome", Camel(result.Outcome.ToString()));
        if (result.Severity != PerfSeverity.None)
            json.WriteString("severity", Camel(result.Severity.ToString()));
        json.WriteBoolean("failsTest", result.FailsTest);
        json.WriteString("reason", result.Reason);
        if (result.TimeRatio is { } ratio)
            json.WriteNumber("ratio", Math.Round(ratio, 4));
        if (result.Verdict.Threshold is { } threshold)
            json.WriteNumber("threshold", threshold);
        WriteFacts(json, result.Facts);
        BudgetText.Write(json, result.Budget);
        LoadText.Write(json, result.Load);
        WriteRecord(json, "baseline", result.Baseline);
        WriteRecord(json, "now", result.Now);
        WriteComparison(json, result);
        if (result.AllocationBaseline is { } allocation)
            json.WriteNumber("allocatedAtBaseline", allocation.Allocated);
        if (result.Now is not null || result.Comparison is not null)
            json.WriteNumber("elapsedSeconds", Math.Round(result.Elapsed.TotalSeconds, 2));
        if (result.Test.RelativeTo is null)
            json.WriteString("baselineFile", result.Paths.CommittedShown.Replace('\\', '/'));
        if (result.Verdict.IsAcceptable && result.ReceiveProblem is null && result.Now is not null)
            json.WriteString("receivedFile", result.Paths.ReceivedShown.Replace('\\', '/'));
        json.WriteEndObject();
    }

    /// <summary>As counted: least and most of a call, which differ where a fact varies.</summary>
    private static void WriteFacts(Utf8JsonWriter json, IReadOnlyList<CountedFact> facts)
    {
        if (facts.Count == 0)
            return;
        json.WriteStartObject(BaselineFormat.Facts);
        foreach (var fact in facts.Where(fact => fact.Unknown is null))
        {
            json.WriteStartObject(fact.Fact.Name);
            json.WriteNumber("fewest", fact.Fewest);
            json.WriteNumber("most", fact.Most);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter json, PerfTestResult result)
    {
        if (result.Comparison is not { } comparison)
            return;
        json.WriteStartObject("comparison");
        json.WriteString("relativeTo", result.Test.RelativeTo?.Name);
        json.WriteNumber("ratio", Math.Round(comparison.Ratio.Ratio, 4));
        json.WriteNumber("lower", Math.Round(comparison.Ratio.Lower, 4));
        if (!double.IsPositiveInfinity(comparison.Ratio.Upper))
            json.WriteNumber("upper", Math.Round(comparison.Ratio.Upper, 4));
        json.WriteNumber("pairs", comparison.Pairs.Count);
        WriteSide(json, "reference", comparison.Reference, comparison.ReferenceAllocation);
        WriteSide(json, "now", comparison.Subject, comparison.SubjectAllocation);
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, Latency latency, Allocation allocation)
    {
        json.WriteStartObject(name);
        WriteTimes(json, latency.Min, latency.P25, latency.P50, latency.P95, latency.P99, latency.PercentilesOf);
        json.WriteNumber(BaselineFormat.Allocated, Math.Round(allocation.BytesPerCall, 2));
        json.WriteEndObject();
    }

    private static void WriteTimes(Utf8JsonWriter json, double min, double p25, double p50, double p95, double p99, PercentileSource source)
    {
        json.WriteNumber(BaselineFormat.Min, BaselineRecord.Digits(min));
        json.WriteNumber(BaselineFormat.P25, BaselineRecord.Digits(p25));
        json.WriteNumber(BaselineFormat.P50, BaselineRecord.Digits(p50));
        json.WriteNumber(BaselineFormat.P95, BaselineRecord.Digits(p95));
        json.WriteNumber(BaselineFormat.P99, BaselineRecord.Digits(p99));
        json.WriteString(BaselineFormat.PercentilesOf, BaselineFormat.Word(BaselineFormat.PercentileSources, source));
    }

    private static void WriteRecord(Utf8JsonWriter json, string name, BaselineRecord? record)
    {
        if (record is null)
            return;
        json.WriteStartObject(name);
        if (record.Load is { } load)
            WriteLoad(json, record, load);
        else
            WriteCalls(json, record);
        json.WriteEndObject();
    }

    private static void WriteLoad(Utf8JsonWriter json, BaselineRecord record, LoadRecord load)
    {
        json.WriteNumber(BaselineFormat.P50, load.P50);
        json.WriteNumber(BaselineFormat.P95, load.P95);
        json.WriteNumber(BaselineFormat.P99, load.P99);
        json.WriteString(BaselineFormat.PercentilesOf, BaselineFormat.Word(BaselineFormat.PercentileSources, PercentileSource.Calls));
        json.WriteNumber(BaselineFormat.Mix, record.Mix);
        json.WriteString(BaselineFormat.Profile, load.Profile);
        json.WriteNumber(BaselineFormat.Throughput, load.Throughput);
        json.WriteNumber("samples", load.Requests);
    }

    private static void WriteCalls(Utf8JsonWriter json, BaselineRecord record)
    {
        WriteTimes(json, record.Min, record.P25, record.P50, record.P95, record.P99, record.PercentilesOf);
        json.WriteNumber(BaselineFormat.Mix, record.Mix);
        json.WriteNumber(BaselineFormat.CpuLoad, record.CpuLoad);
        json.WriteNumber(BaselineFormat.Allocated, record.Allocated);
        json.WriteString(BaselineFormat.AllocatedBy, BaselineFormat.Word(BaselineFormat.AllocationCounters, record.AllocatedExactly));
        BaselineWriter.WriteFacts(json, record.Facts);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
