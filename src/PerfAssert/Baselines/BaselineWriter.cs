using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfAssert.Facts;

namespace PerfAssert.Baselines;

/// <summary>
/// <see cref="BaselineFile"/> to text: the same content always gives the same bytes, whatever the machine's culture and line
/// ends. Entries and machines in ordinal order, LF, a final newline. An entry is one line, and each ends with a comma because the schema comes
/// last: so whatever lines git's union driver puts together are whole entries.
/// </summary>
public static class BaselineWriter
{
    /// <summary>Names hold quotes, generics and any language; HTML safety would make them unreadable in a diff.</summary>
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of the file.</summary>
    /// <param name="file">Its entries.</param>
    public static byte[] Write(BaselineFile file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options with { Indented = true }))
        using (var entryJson = new Utf8JsonWriter(line, s_options))
        {
            json.WriteStartObject();
            foreach (var (key, entry) in file.Entries)
            {
                WriteEntry(entryJson, entry);
                entryJson.Flush();
                json.WritePropertyName(key);
                json.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
                line.ResetWrittenCount();
                entryJson.Reset();
            }

            json.WriteNumber(BaselineFormat.SchemaProperty, BaselineFile.Schema);
            json.WriteEndObject();
        }

        // The writer indents with the platform's line end (the option to choose comes with .NET 9).
        var text = buffer.WrittenSpan.ToArray();
        return [.. text.Where(b => b != (byte)'\r'), (byte)'\n'];
    }

    private static void WriteEntry(Utf8JsonWriter json, BaselineEntry entry)
    {
        json.WriteStartObject();
        json.WriteString(BaselineFormat.NameProperty, entry.Name);
        json.WriteStartObject(BaselineFormat.MachinesProperty);
        foreach (var (machine, record) in entry.Machines)
        {
            json.WriteStartObject(machine);
            WriteFigures(json, record);
            json.WriteString(BaselineFormat.Recorded, record.Recorded.ToString(BaselineFormat.DateFormat, CultureInfo.InvariantCulture));
            if (record.Reason is not null)
                json.WriteString(BaselineFormat.Reason, record.Reason);
            if (record.Commit is not null)
                json.WriteString(BaselineFormat.Commit, record.Commit);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, BaselineRecord record)
    {
        if (record.Load is { } load)
        {
            WriteLoad(json, load);
            json.WriteNumber(BaselineFormat.Mix, record.Mix);
            return;
        }

        json.WriteNumber(BaselineFormat.Min, record.Min);
        json.WriteNumber(BaselineFormat.P25, record.P25);
        json.WriteNumber(BaselineFormat.P50, record.P50);
        json.WriteNumber(BaselineFormat.P95, record.P95);
        json.WriteNumber(BaselineFormat.P99, record.P99);
        json.WriteString(BaselineFormat.PercentilesOf, BaselineFormat.Word(BaselineFormat.PercentileSources, record.PercentilesOf));
        json.WriteNumber(BaselineFormat.Mix, record.Mix);
        json.WriteNumber(BaselineFormat.CpuLoad, record.CpuLoad);
        json.WriteNumber(BaselineFormat.Allocated, record.Allocated);
        json.WriteString(BaselineFormat.AllocatedBy, BaselineFormat.Word(BaselineFormat.AllocationCounters, record.AllocatedExactly));
        WriteFacts(json, record.Facts);
    }

    private static void WriteLoad(Utf8JsonWriter json, LoadRecord load)
    {
        json.WriteStartObject(BaselineFormat.Load);
        json.WriteString(BaselineFormat.Profile, load.Profile);
        json.WriteNumber(BaselineFormat.Requests, load.Requests);
        json.WriteNumber(BaselineFormat.P50, load.P50);
        json.WriteNumber(BaselineFormat.P95, load.P95);
        json.WriteNumber(BaselineFormat.P99, load.P99);
        json.WriteNumber(BaselineFormat.Throughput, load.Throughput);
        json.WriteEndObject();
    }

    /// <summary>Nothing where nothing was counted: files of tests without SQL stay as they were.</summary>
    internal static void WriteFacts(Utf8JsonWriter json, FactCounts facts)
    {
        if (facts.IsEmpty)
            return;
        json.WriteStartObject(BaselineFormat.Facts);
        foreach (var (name, count) in facts.Values)
            json.WriteNumber(name, count);
        json.WriteEndObject();
    }
}
