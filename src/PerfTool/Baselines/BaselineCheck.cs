using PerfAssert;
using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfTool.Comparing;

namespace PerfTool.Baselines;

/// <summary>Finds entries that say nothing any more, and files that cannot be used.</summary>
internal static class BaselineCheck
{
    /// <summary>Looks through all baselines of a project.</summary>
    /// <param name="files">The files by the name that messages show, read or with what is wrong with them.</param>
    /// <param name="tests">The project's tests.</param>
    /// <param name="framework">What they were built for: entries of other target frameworks are not theirs.</param>
    public static IReadOnlyList<BaselineProblem> Find(IReadOnlyDictionary<string, (BaselineFile? File, BaselineException? Problem)> files, IReadOnlyList<FoundTest> tests, string framework)
    {
        var entries = files.Where(file => file.Value.File is not null).SelectMany(file => file.Value.File!.Entries.Select(entry => (File: file.Key, Entry: entry))).ToList();
        return
        [
            .. files.Where(file => file.Value.Problem is not null).Select(file => new BaselineProblem("unreadable", file.Key, null, file.Value.Problem!.Message.ReplaceLineEndings(" "))),
            .. from same in entries.GroupBy(entry => entry.Entry.Key, StringComparer.Ordinal)
               from entry in same.Skip(1)
               select new BaselineProblem("duplicate", entry.File, entry.Entry.Key, $"also in {same.First().File}: which of them counts depends on where the test's source lies; remove the other"),
            .. from entry in entries
               where IsDangling(entry.Entry.Key, tests, framework)
               select new BaselineProblem("dangling", entry.File, entry.Entry.Key, "no test has this key: it was renamed or removed, or its row has other values now; perftool baseline prune removes the entry"),
            .. from entry in entries
               from machine in entry.Entry.Value.Machines.Keys
               where IsOutdated(machine)
               select new BaselineProblem("outdated", entry.File, entry.Entry.Key, $"its times on {machine} were measured by another engine than {MachineFingerprint.CurrentEngine}, and compare with nothing; record them anew"),
        ];
    }

    /// <summary>Whether a test that was built for this framework, and no other, would have the key.</summary>
    public static bool IsDangling(string key, IReadOnlyList<FoundTest> tests, string framework)
    {
        if (!key.EndsWith(" @" + framework, StringComparison.Ordinal) || tests.Any(test => test.Key == key))
            return false;
        // The rows of a theory whose data cannot be read are not known: none of them is known to be gone.
        var method = key.Split('#', 2)[0];
        return !tests.Any(test => test.Problem is not null && test.Key.StartsWith(method, StringComparison.Ordinal));
    }

    /// <summary>Whether figures were measured in a way that no longer compares.</summary>
    public static bool IsOutdated(string machine) => MachineFingerprint.EngineOf(machine) is { } engine && engine != MachineFingerprint.CurrentEngine;

    /// <summary>A file without what <see cref="IsDangling"/> and <see cref="IsOutdated"/> say of its entries.</summary>
    public static BaselineFile Prune(BaselineFile file, IReadOnlyList<FoundTest> tests, string framework)
    {
        var kept = file.Entries;
        foreach (var (key, entry) in file.Entries)
        {
            var current = entry with { Machines = entry.Machines.RemoveRange(entry.Machines.Keys.Where(IsOutdated)) };
            kept = IsDangling(key, tests, framework) || current.Machines.IsEmpty ? kept.Remove(key) : kept.SetItem(key, current);
        }

        return new BaselineFile(kept);
    }
}
