using System.Collections.Immutable;
using System.Globalization;

namespace PerfAssert.Loads.Scenarios;

/// <summary>Where a value stands in JSON: <c>items[0].id</c>.</summary>
/// <param name="Steps">From the outermost on: a member's name, or an item's index, whose <c>Name</c> is null.</param>
public sealed record LoadValuePath(ImmutableArray<(string? Name, int Index)> Steps)
{
    /// <summary>As the file has it.</summary>
    public override string ToString() => string.Concat(Steps.Select((step, i) => step.Name is null ? string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]") : i == 0 ? step.Name : "." + step.Name));
}
