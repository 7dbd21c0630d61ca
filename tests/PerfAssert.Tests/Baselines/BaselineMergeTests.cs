using System.Diagnostics;
using CsCheck;
using PerfAssert.Baselines;

namespace PerfAssert.Tests.Baselines;

/// <summary>What two branches change in a baseline, brought together by git's union driver (<c>*.perf.json merge=union</c> in .gitattributes).</summary>
public sealed class BaselineMergeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_addition_of_one_branch_is_kept() =>
        Gen.Select(Names("Base"), Names("Ours")).Sample((common, ours) => Merge(common, [.. common, .. ours], common)!.SetEquals([.. common, .. ours]), iter: 20, threads: 1);

    [Fact]
    public void Additions_of_two_branches_are_both_kept() =>
        Gen.Select(Names("Base"), Names("Ours"), Names("Theirs")).Sample(
            (common, ours, theirs) => Merge(common, [.. common, .. ours], [.. common, .. theirs])!.SetEquals([.. common, .. ours, .. theirs]),
            iter: 60,
            threads: 1);

    [Fact]
    public void Additions_that_stand_in_the_same_place_and_are_alike_are_both_kept() =>
        Gen.Select(Names("A"), Names("A")).Sample((ours, theirs) => Merge([], ours, [.. theirs.Except(ours)])!.SetEquals([.. ours, .. theirs]), iter: 60, threads: 1);

    [Fact]
    public void One_test_changed_by_both_branches_is_refused()
    {
        Write("common", ["A"], 1_000);
        Write("ours", ["A"], 2_000);
        Write("theirs", ["A"], 3_000);

        Assert.Null(Merged());
    }

    private static Gen<string[]> Names(string branch) => Gen.Int[0, 999].Array[1, 12].Select(numbers => numbers.Distinct().Select(number => $"Shop.CartPerf.{branch}{number} @net10.0").ToArray());

    /// <summary>The keys of the file that git makes of three versions, by the union driver; null where nobody can read it.</summary>
    private HashSet<string>? Merge(string[] common, string[] ours, string[] theirs)
    {
        Write("common", common);
        Write("ours", ours);
        Write("theirs", theirs);
        return Merged();
    }

    private HashSet<string>? Merged()
    {
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

    private void Write(string name, string[] keys, double p25 = 1_000) => File.WriteAllBytes(
        Path.Combine(_folder.Path, name),
        BaselineWriter.Write(keys.Aggregate(BaselineFile.Empty, (file, key) => file.With(key, key, Make.Machine().Key, Make.Record(p25 + key.Length)))));
}
