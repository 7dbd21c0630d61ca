using System.Runtime.InteropServices;
using System.Text;
using Google.Protobuf;

namespace PerfMonitor.AspNetCore.Tests.Export;

/// <summary>Reads an ExportMetricsServiceRequest of OTLP, as far as a test asks. Numbers are those of opentelemetry/proto/metrics/v1/metrics.proto.</summary>
internal static class OtlpMessage
{
    public static IEnumerable<ReceivedMetric> Read(byte[] request) =>
        from resource in Inside(request, 1)
        from scope in Inside(resource, 2)
        from metric in Inside(scope, 2)
        select new ReceivedMetric(Text(metric, 1), Text(metric, 3), Bounds(metric));

    private static double[] Bounds(byte[] metric) =>
        Inside(metric, 9).SelectMany(histogram => Inside(histogram, 1)).Take(1)
            .SelectMany(point => Inside(point, 7)).SelectMany(packed => MemoryMarshal.Cast<byte, double>(packed).ToArray()).ToArray();

    private static string Text(byte[] message, int field) => Encoding.UTF8.GetString(Inside(message, field).FirstOrDefault([]));

    /// <summary>What is in the fields of that number: messages, texts, packed numbers.</summary>
    private static List<byte[]> Inside(byte[] message, int field)
    {
        var found = new List<byte[]>();
        var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited)
                input.SkipLastField();
            else if (WireFormat.GetTagFieldNumber(tag) == field)
                found.Add(input.ReadBytes().ToByteArray());
            else
                input.ReadBytes();
        }

        return found;
    }
}
