using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfTool.Indexes.Migrations;

/// <summary>The id of a migration: when it was written, and its name. EF Core applies them in the order of their ids.</summary>
internal static partial class MigrationId
{
    private const string Format = "yyyyMMddHHmmss";

    /// <summary>The id of a new migration, after all that are there.</summary>
    /// <param name="name">The migration's name.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="files">The names of the files in the folder of the migrations.</param>
    public static string Next(string name, DateTime now, IEnumerable<string> files)
    {
        var last = files.Select(file => Stamp().Match(file)).Where(match => match.Success)
            .Select(match => DateTime.TryParseExact(match.Groups["time"].Value, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : default)
            .DefaultIfEmpty().Max();
        var time = last >= now.AddSeconds(-1) ? last.AddSeconds(1) : now;
        return $"{time.ToString(Format, CultureInfo.InvariantCulture)}_{name}";
    }

    [GeneratedRegex(@"^(?<time>\d{14})_", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}
