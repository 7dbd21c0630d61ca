using System.Globalization;
using System.Text.Json;
using PerfAssert.Baselines;
using PerfAssert.Loads;

namespace PerfAssert.Reporting;

/// <summary>What was seen under load: as lines, as cells of the summary, and for tools.</summary>
internal static class LoadText
{
    /// <summary>Kinds of errors that a message shows; the rest is one line.</summary>
    private const int MostKinds = 5;

    /// <summary>What was offered and what became of it, a table of percentiles, and the errors.</summary>
    public static IEnumerable<(string Label, string Line)> Lines(JudgedLoad load, BaselineRecord? baseline)
    {
        var run = load.Shown;
        yield return ("load", string.Create(
            CultureInfo.InvariantCulture,
            $"{ProfileText.Of(load.Profile)}: {run.Offered:#,0} offered, {run.Succeeded:#,0} answered ({run.Throughput:#,0.0}/s), {run.Failed:#,0} failed, {run.Dropped:#,0} dropped{(run.Unfinished > 0 ? $", {run.Unfinished:#,0} without an answer when it was cancelled" : "")}"));
        if (run.Abandoned > 0)
            yield return ("", string.Create(CultureInfo.InvariantCulture, $"{run.Abandoned:#,0} of those that timed out still went on at the end: their code does not heed LoadIteration.Cancellation"));
        if (run.Latency.Count > 0)
        {
            yield return ("", Row("p50", "p95", "p99", "p99.9", "max"));
            if (baseline?.Load is { } then && then.Profile == ProfileText.Of(load.Profile))
                yield return ("then", Row(Format.Time(then.P50), Format.Time(then.P95), Format.Time(then.P99), "", ""));
            yield return ("latency", Row(run.Latency));
            // In the closed model a request starts when it is due: the two are one.
            if (load.Profile.Model == LoadModel.Open)
                yield return ("service time", Row(run.ServiceTime));
        }

        foreach (var (errors, i) in run.Errors.Take(MostKinds).Select((errors, i) => (errors, i)))
            yield return (i == 0 ? "errors" : "", string.Create(CultureInfo.InvariantCulture, $"{errors.Count:#,0} {Plain(errors.Kind)}: {Plain(errors.Example)}"));
        if (run.Errors.Length > MostKinds)
            yield return ("", string.Create(CultureInfo.InvariantCulture, $"{run.Errors.Skip(MostKinds).Sum(errors => errors.Count):#,0} of {run.Errors.Length - MostKinds} more kinds"));
    }

    /// <summary>The same for tools: latencies in nanoseconds.</summary>
    public static void Write(Utf8JsonWriter json, JudgedLoad? load)
    {
        if (load is null)
            return;
        var run = load.Shown;
        json.WriteStartObject("load");
        json.WriteString("profile", ProfileText.Of(load.Profile));
        json.WriteString("model", load.Profile.Model == LoadModel.Open ? "open" : "closed");
        json.WriteString("end", char.ToLowerInvariant(run.End.ToString()[0]) + run.End.ToString()[1..]);
        json.WriteNumber("elapsedSeconds", Math.Round(run.Elapsed.TotalSeconds, 2));
        json.WriteNumber("offered", run.Offered);
        json.WriteNumber("started", run.Started);
        json.WriteNumber("succeeded", run.Succeeded);
        json.WriteNumber("failed", run.Failed);
        json.WriteNumber("dropped", run.Dropped);
        json.WriteNumber("unfinished", run.Unfinished);
        json.WriteNumber("abandoned", run.Abandoned);
        json.WriteNumber("throughput", Math.Round(run.Throughput, 2));
        json.WriteNumber("maxErrors", load.MaxErrors);
        json.WriteNumber("runs", load.Runs);
        if (run.Saturated is { } saturated)
            json.WriteString("saturated", saturated);
        WriteLatency(json, "latency", run.Latency);
        WriteLatency(json, "serviceTime", run.ServiceTime);
        json.WriteStartArray("errors");
        foreach (var errors in run.Errors)
        {
            json.WriteStartObject();
            json.WriteString("kind", errors.Kind);
            json.WriteNumber("count", errors.Count);
            json.WriteString("example", errors.Example);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLatency(Utf8JsonWriter json, string name, LoadLatency latency)
    {
        if (latency.Count == 0)
            return;
        json.WriteStartObject(name);
        json.WriteNumber("count", latency.Count);
        json.WriteNumber("min", Math.Round(latency.Min));
        json.WriteNumber("mean", Math.Round(latency.Mean));
        json.WriteNumber("p50", Math.Round(latency.P50));
        json.WriteNumber("p95", Math.Round(latency.P95));
        json.WriteNumber("p99", Math.Round(latency.P99));
        json.WriteNumber("p999", Math.Round(latency.P999));
        json.WriteNumber("max", Math.Round(latency.Max));
        json.WriteEndObject();
    }

    private static string Row(LoadLatency latency) => Row(Format.Time(latency.P50), Format.Time(latency.P95), Format.Time(latency.P99), Format.Time(latency.P999), Format.Time(latency.Max));

    private static string Row(params string[] cells) => string.Concat(cells.Select(cell => cell.PadLeft(10))).TrimEnd();

    private static string Plain(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
