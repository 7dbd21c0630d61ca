using System.Diagnostics;
using CsCheck;
using PerfAssert.Baselines;

namespace PerfAssert.Tests.Baselines;

/// <summary>
/// What two branches add to a baseline, brought together by git's union driver (<c>*.perf.json merge=union</c> in .gitattributes). It takes lines that both additions have for common, and may
/// tear entries that stand in the same place apart: that must be refused.
/// </summary>
public sealed class BaselineMergeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_addition_of_one_branch_is_kept() =>
        Gen.Select(Names("Base"), Names("Ours")).Sample((common, ours) => Merge(common, [.. common, .. ours], common)!.SetEquals([.. common, .. ours]), iter: 20, threads: 1);

    [Fact]
    public void Additions_of_two_branches_are_both_kept_or_the_file_is_refused() =>
        Gen.Select(Names("Base"), Names("Ours"), Names("Theirs")).Sample(
            (common, ours, theirs) => Merge(common, [.. common, .. ours], [.. common, .. theirs]) is not { } merged || merged.SetEquals([.. common, .. ours, .. theirs]),
            iter: 60,
            threads: 1);

    private static Gen<string[]> Names(string branch) => Gen.Int[0, 999].Array[1, 12].Select(numbers => numbers.Distinct().Select(number => $"Shop.CartPerf.{branch}{number} @net10.0").ToArray());

    /// <summary>The keys of the file that git makes of three versions, by the union driver; null where nobody can read it.</summary>
    private HashSet<string>? Merge(string[] common, string[] ours, string[] theirs)
    {
        Write("common", common);
        Write("ours", ours);
        Write("theirs", theirs);
        using var git = Process.Start(new ProcessStartInfo("git", ["merge-file", "--union", "ours", "common", "theirs"]) { WorkingDirectory = _folder.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        try
        {
            return [.. BaselineReader.Read(File.ReadAllBytes(Path.Combine(_folder.Path, "ours")), "merged").Entries.Keys];
        }
        catch (BaselineException)
        {
            return null;
        }
    }

    private void Write(string name, string[] keys) => File.WriteAllBytes(
        Path.Combine(_folder.Path, name),
        BaselineWriter.Write(keys.Aggregate(BaselineFile.Empty, (file, key) => file.With(key, key, Make.Machine().Key, Make.Record(1_000 + key.Length)))));
}
