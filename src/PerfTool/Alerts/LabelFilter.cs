using System.Collections.Immutable;

namespace PerfTool.Alerts;

/// <summary>Series whose attribute has one of these values, or, where <paramref name="Excludes"/>, none of them.</summary>
/// <param name="Attribute">The attribute by OpenTelemetry's name.</param>
/// <param name="Values">At least one.</param>
/// <param name="Excludes">Whether those are the ones left out.</param>
internal sealed record LabelFilter(string Attribute, ImmutableArray<string> Values, bool Excludes = false);
