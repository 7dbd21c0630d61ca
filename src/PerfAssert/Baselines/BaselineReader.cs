using System.Collections.Immutable;
using System.Text.Json;
using PerfAssert.Facts;
using PerfBudgets.Json;

namespace PerfAssert.Baselines;

/// <summary>Text to <see cref="BaselineFile"/>. Anything it does not fully understand is an error with file, line and key: never a silent pass.</summary>
public static class BaselineReader
{
    private const string Restore = "The file was left as it is. Restore it from version control (git checkout), or delete it and accept a new baseline.";

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="utf8">The content.</param>
    /// <param name="path">The file's name, for messages.</param>
    /// <returns>All its entries.</returns>
    /// <exception cref="BaselineException">The content is not a baseline of this schema.</exception>
    public static BaselineFile Read(ReadOnlySpan<byte> utf8, string path)
    {
        var json = new StrictJson((line, key, problem, remedy) => new BaselineException(path, line, key, problem, remedy ?? Restore));
        var root = json.Parse(utf8);
        if (root.Type != JsonTokenType.StartObject)
            throw Corrupt(path, root.Line, null, "a baseline is a JSON object");
        json.CheckSchema(root, BaselineFile.Schema, "PerfAssert");

        var entries = ImmutableSortedDictionary.CreateBuilder<string, BaselineEntry>(StringComparer.Ordinal);
        foreach (var (name, node) in json.Members(root, key: null))
        {
            if (name != BaselineFormat.SchemaProperty)
                entries.Add(name, ReadEntry(name, node, path, json));
        }

        return new BaselineFile(entries.ToImmutable());
    }

    private static BaselineEntry ReadEntry(string key, JsonNodeWithLine node, string path, StrictJson json)
    {
        string? name = null;
        var machines = ImmutableSortedDictionary.CreateBuilder<string, BaselineRecord>(StringComparer.Ordinal);
        JsonNodeWithLine? machinesNode = null;
        foreach (var (property, value) in json.Members(node, key))
        {
            switch (property)
            {
                case BaselineFormat.NameProperty:
                    name = json.Text(value, $"{key} / {property}");
                    break;
                case BaselineFormat.MachinesProperty:
                    machinesNode = value;
                    break;
                default:
                    throw Corrupt(path, value.Line, $"{key} / {property}", "unknown property");
            }
        }

        if (machinesNode is null)
            throw Corrupt(path, node.Line, $"{key} / {BaselineFormat.MachinesProperty}", "missing property");
        foreach (var (machine, value) in json.Members(machinesNode, key))
            machines.Add(machine, ReadRecord($"{key} / {machine}", value, path, json));
        return new BaselineEntry(name ?? key, machines.ToImmutable());
    }

    private static BaselineRecord ReadRecord(string key, JsonNodeWithLine node, string path, StrictJson json)
    {
        // A load test has other figures than a test of calls, and neither may have the other's.
        var isLoad = json.Members(node, key).Any(member => member.Name == BaselineFormat.Load);
        var values = new RecordReader(json, node, key, path, Restore, isLoad ? BaselineFormat.LoadRecordProperties : BaselineFormat.RecordProperties);
        var record = isLoad
            ? BaselineRecord.OfLoad(ReadLoad($"{key} / {BaselineFormat.Load}", values.Get(BaselineFormat.Load), path, json), values.Number(BaselineFormat.Mix, positive: true), values.Date(BaselineFormat.Recorded))
            : new BaselineRecord
            {
                Min = values.Number(BaselineFormat.Min, positive: true),
                P25 = values.Number(BaselineFormat.P25, positive: true),
                P50 = values.Number(BaselineFormat.P50, positive: true),
                P95 = values.Number(BaselineFormat.P95, positive: true),
                P99 = values.Number(BaselineFormat.P99, positive: true),
                PercentilesOf = values.OneOf(BaselineFormat.PercentilesOf, BaselineFormat.PercentileSources),
                Mix = values.Number(BaselineFormat.Mix, positive: true),
                CpuLoad = values.Number(BaselineFormat.CpuLoad, positive: false),
                Allocated = values.Number(BaselineFormat.Allocated, positive: false),
                AllocatedExactly = values.OneOf(BaselineFormat.AllocatedBy, BaselineFormat.AllocationCounters),
                Facts = values.Find(BaselineFormat.Facts) is { } facts ? ReadFacts($"{key} / {BaselineFormat.Facts}", facts, path, json) : FactCounts.None,
                Recorded = values.Date(BaselineFormat.Recorded),
            };
        return record with { Reason = values.Optional(BaselineFormat.Reason), Commit = values.Optional(BaselineFormat.Commit) };
    }

    private static LoadRecord ReadLoad(string key, JsonNodeWithLine node, string path, StrictJson json)
    {
        var values = new RecordReader(json, node, key, path, Restore, BaselineFormat.LoadProperties);
        return new LoadRecord(
            values.Text(BaselineFormat.Profile),
            (long)values.Number(BaselineFormat.Requests, positive: true),
            values.Number(BaselineFormat.P50, positive: true),
            values.Number(BaselineFormat.P95, positive: true),
            values.Number(BaselineFormat.P99, positive: true),
            values.Number(BaselineFormat.Throughput, positive: true));
    }

    /// <summary>Any names: a package may count what this engine does not know, and its figures must not be lost.</summary>
    private static FactCounts ReadFacts(string key, JsonNodeWithLine node, string path, StrictJson json) =>
        json.Members(node, key).Aggregate(FactCounts.None, (facts, member) => member.Node is { Type: JsonTokenType.Number, Value: double count } && count is >= 0 and <= 1e15 && count % 1 == 0
            ? facts.With(member.Name, (long)count)
            : throw Corrupt(path, member.Node.Line, $"{key} / {member.Name}", "not a whole number of 0 or more"));

    private static BaselineException Corrupt(string path, long? line, string? key, string problem) => new(path, line, key, problem, Restore);
}
