using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfBudgets.Reading;

/// <summary>A share as the file states it: <c>98 %</c>, <c>99.5%</c>.</summary>
internal static partial class ShareText
{
    /// <summary>What a text must look like; the same as in the JSON schema. Zero is none: nothing falls below it.</summary>
    private const string Form = @"^(?=[0-9.]*[1-9])(100(\.0{1,6})?|[1-9]?[0-9](\.[0-9]{1,6})?) ?%$";

    /// <summary>Reads it as a share, above 0 and at most 1; null where it is none.</summary>
    public static double? Parse(string text) =>
        !text.EndsWith('\n') && FormPattern().IsMatch(text)
            ? (double)(decimal.Parse(text.AsSpan(0, text.Length - 1).TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) / 100m)
            : null;

    /// <summary>A share as the file would state it.</summary>
    public static string Write(double share) => string.Create(CultureInfo.InvariantCulture, $"{(decimal)share * 100m:0.######} %");

    [GeneratedRegex(Form, RegexOptions.CultureInvariant)]
    private static partial Regex FormPattern();
}
