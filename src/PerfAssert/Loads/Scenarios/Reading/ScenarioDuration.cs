using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfAssert.Loads.Scenarios.Reading;

/// <summary>How long a load goes on, as the file states it: <c>500 ms</c>, <c>30 s</c>, <c>5 min</c>, <c>1 h</c>. Whole milliseconds, as k6 counts them.</summary>
internal static partial class ScenarioDuration
{
    /// <summary>What a text must look like; the same as in the JSON schema.</summary>
    private const string Form = @"^(?=[0-9.]*[1-9])(0|[1-9][0-9]{0,5})(\.[0-9]{1,3})? ?(ms|s|min|h)$";

    /// <summary>Reads it; null where it is no duration.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.EndsWith('\n') || !FormPattern().IsMatch(text))
            return null;
        var digits = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var milliseconds = decimal.Parse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * text[digits..].TrimStart() switch { "ms" => 1, "s" => 1_000, "min" => 60_000, _ => 3_600_000 };
        return milliseconds % 1 == 0 ? TimeSpan.FromMilliseconds((long)milliseconds) : null;
    }

    [GeneratedRegex(Form, RegexOptions.CultureInvariant)]
    private static partial Regex FormPattern();
}
