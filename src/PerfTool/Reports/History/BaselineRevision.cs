using System.Text.Json;

namespace PerfTool.Reports.History;

/// <summary>One revision of a baseline file, read leniently: whatever has a median counts, in the layout of any version.</summary>
internal static class BaselineRevision
{
    /// <summary>The records in it; null where it is no JSON, as in a commit with conflict markers.</summary>
    public static IReadOnlyList<(string Test, string Machine, Figure Record)>? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Object ? null
                : [.. document.RootElement.EnumerateObject()
                    .Where(entry => entry.Value.ValueKind == JsonValueKind.Object && entry.Value.TryGetProperty("machines", out var machines) && machines.ValueKind == JsonValueKind.Object)
                    .SelectMany(entry => entry.Value.GetProperty("machines").EnumerateObject().Where(machine => Number(machine.Value, "p50") is not null)
                        .Select(machine => (entry.Name, machine.Name, new Figure(
                            Number(machine.Value, "p50")!.Value, Number(machine.Value, "p95"), Number(machine.Value, "p99"), Number(machine.Value, "allocated")))))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: well-formed JSON whose texts are no Unicode.
            return null;
        }
    }

    private static double? Number(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) && number >= 0
            ? number : null;

    /// <summary>What a history shows of a record.</summary>
    public sealed record Figure(double P50, double? P95, double? P99, double? Allocated);
}
