using PerfAssert.Baselines;

namespace PerfAssert.Tests.Baselines;

public sealed class BaselineStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private BaselinePaths Paths => _folder.Paths;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_file_there_are_no_entries() => Assert.Equal(BaselineFile.Empty, BaselineStore.ReadCommitted(Paths));

    [Fact]
    public void A_received_file_holds_the_committed_entries_as_well()
    {
        Commit(BaselineFile.Empty.With("A", "a", "M", Make.Record(1)));
        Receive("B", 2);
        Assert.Equal(["A", "B"], Received().Entries.Keys);
    }

    [Fact]
    public void A_received_file_keeps_what_other_tests_left_there()
    {
        Receive("A", 1);
        Receive("B", 2);
        Assert.Equal(["A", "B"], Received().Entries.Keys);
    }

    [Fact]
    public void A_received_file_keeps_other_machines_figures_of_the_same_test()
    {
        Commit(BaselineFile.Empty.With("A", "a", "other machine", Make.Record(1)));
        Receive("A", 2);
        Assert.Equal(["M", "other machine"], Received().Entries["A"].Machines.Keys);
    }

    [Fact]
    public void The_committed_file_is_never_written()
    {
        Commit(BaselineFile.Empty.With("A", "a", "M", Make.Record(1)));
        var before = File.ReadAllBytes(Paths.Committed);
        Receive("A", 2);
        Assert.Equal(before, File.ReadAllBytes(Paths.Committed));
    }

    [Fact]
    public void Moving_the_received_file_over_the_committed_one_accepts_it()
    {
        Commit(BaselineFile.Empty.With("A", "a", "M", Make.Record(1)));
        Receive("B", 2);
        File.Move(Paths.Received, Paths.Committed, overwrite: true);
        Assert.Equal(["A", "B"], BaselineStore.ReadCommitted(Paths).Entries.Keys);
    }

    [Fact]
    public void A_received_file_with_nothing_left_to_accept_is_deleted()
    {
        Commit(BaselineFile.Empty.With("A", "a", "M", Make.Record(1)));
        Receive("A", 2);
        BaselineStore.Withdraw(Paths, "A", "M");
        Assert.False(File.Exists(Paths.Received));
    }

    [Fact]
    public void Withdrawing_one_result_keeps_the_others()
    {
        Receive("A", 1);
        Receive("B", 2);
        BaselineStore.Withdraw(Paths, "A", "M");
        Assert.Equal(["B"], Received().Entries.Keys);
    }

    [Fact]
    public void A_result_that_the_committed_file_has_overtaken_is_dropped()
    {
        Receive("A", 2);
        Commit(BaselineFile.Empty.With("A", "a", "M", Make.Record(3) with { Recorded = Make.Day.AddDays(2) }));
        Receive("B", 2);
        Assert.Equal(3, Received().Find("A", "M")!.Min);
    }

    [Fact]
    public void A_corrupt_committed_file_is_left_as_it_is()
    {
        File.WriteAllText(Paths.Committed, "{ not json");
        Assert.Throws<BaselineException>(() => Receive("A", 1));
        Assert.Equal("{ not json", File.ReadAllText(Paths.Committed));
    }

    [Fact]
    public void A_corrupt_received_file_is_replaced()
    {
        File.WriteAllText(Paths.Received, "{ not json");
        Receive("A", 1);
        Assert.Equal(["A"], Received().Entries.Keys);
    }

    [Fact]
    public async Task Results_that_arrive_at_once_are_all_kept()
    {
        using var start = new Barrier(8);
        void ReceiveSome(int thread)
        {
            start.SignalAndWait();
            for (var i = 0; i < 4; i++)
                Receive($"Test{thread}{i}", i + 1);
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread =>
            Task.Factory.StartNew(() => ReceiveSome(thread), default, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.Equal(32, Received().Entries.Count);
    }

    [Fact]
    public void Nothing_but_the_received_file_is_left_behind()
    {
        Receive("A", 1);
        Assert.Equal([Paths.Received], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void The_accept_command_names_both_files_from_the_project_s_folder() =>
        Assert.Equal(
            OperatingSystem.IsWindows() ? "move /Y Cart.perf.received.json Cart.perf.json" : "mv Cart.perf.received.json Cart.perf.json",
            Paths.AcceptCommand);

    [Fact]
    public void The_accept_command_quotes_names_that_a_shell_would_split() =>
        Assert.Contains("\"My Cart.perf.json\"", (Paths with { Committed = Path.Combine(_folder.Path, "My Cart.perf.json") }).AcceptCommand, StringComparison.Ordinal);

    private void Commit(BaselineFile file) => File.WriteAllBytes(Paths.Committed, BaselineWriter.Write(file));

    private void Receive(string key, double time) =>
        BaselineStore.Receive(Paths, key, key.ToLowerInvariant(), "M", Make.Record(time) with { Recorded = Make.Day.AddDays(1) });

    private BaselineFile Received() => BaselineReader.Read(File.ReadAllBytes(Paths.Received), "received");
}
