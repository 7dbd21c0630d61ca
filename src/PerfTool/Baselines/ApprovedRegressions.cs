using PerfAssert;
using PerfAssert.Baselines;

namespace PerfTool.Baselines;

/// <summary>Regressions that a change brings along with its consent: the baseline it changes says why.</summary>
internal static class ApprovedRegressions
{
    /// <summary>By the test's key, the reason of each record that the older sources don't have.</summary>
    /// <param name="before">The project's folder in the older sources.</param>
    /// <param name="now">The project's folder.</param>
    public static IReadOnlyDictionary<string, string> Between(string before, string now)
    {
        var older = Directory.Exists(before) ? Records(before).Select(record => (record.Key, record.Machine, record.Record)).ToHashSet() : [];
        return Records(now)
            .Where(record => record.Record.Reason is not null && !older.Contains((record.Key, record.Machine, record.Record)))
            .GroupBy(record => record.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MaxBy(record => record.Record.Recorded)!.Record.Reason!, StringComparer.Ordinal);
    }

    private static IEnumerable<BaselineChange> Records(string folder) => BaselineFolder.CommittedFiles(folder).SelectMany(Read);

    /// <summary>A file that cannot be read approves of nothing; the tests themselves tell what is wrong with it.</summary>
    private static IEnumerable<BaselineChange> Read(string path)
    {
        try
        {
            return BaselineFolder.Read(path, path).PendingOver(BaselineFile.Empty).ToList();
        }
        catch (BaselineException)
        {
            return [];
        }
    }
}
