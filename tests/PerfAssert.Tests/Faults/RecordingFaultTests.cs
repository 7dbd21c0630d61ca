using PerfAssert.Baselines;

namespace PerfAssert.Tests.Faults;

/// <summary>What happens to processes that record results must not happen to the results.</summary>
public sealed class RecordingFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private BaselinePaths Paths => Program.PathsIn(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    public async Task A_process_killed_while_it_writes_leaves_a_whole_file(int results)
    {
        using var process = RecordingProcess.Start(_folder.Path, "Test", int.MaxValue);
        for (var line = 0; line <= results; line++)
            await process.StandardOutput.ReadLineAsync();
        process.Kill();
        await process.WaitForExitAsync();
        Assert.True(BaselineReader.Read(await File.ReadAllBytesAsync(Paths.Received), "received").Entries.Count >= results);
    }

    [Fact]
    public async Task A_process_that_was_killed_does_not_keep_others_from_writing()
    {
        using (var process = RecordingProcess.Start(_folder.Path, "Killed", int.MaxValue))
        {
            await process.StandardOutput.ReadLineAsync();
            await process.StandardOutput.ReadLineAsync();
            process.Kill();
            await process.WaitForExitAsync();
        }

        BaselineStore.Receive(Paths, "After", "", Make.Machine().Key, Make.Record());
        Assert.Contains("After", BaselineReader.Read(await File.ReadAllBytesAsync(Paths.Received), "received").Entries.Keys);
    }

    [Fact]
    public async Task Two_processes_that_record_at_once_lose_nothing()
    {
        using var one = RecordingProcess.Start(_folder.Path, "One", 25);
        using var other = RecordingProcess.Start(_folder.Path, "Other", 25);
        await Task.WhenAll(one.StandardOutput.ReadToEndAsync(), other.StandardOutput.ReadToEndAsync());
        Assert.Equal(50, BaselineReader.Read(await File.ReadAllBytesAsync(Paths.Received), "received").Entries.Count);
    }

    [LinuxFact]
    public async Task A_full_disk_is_said_and_leaves_nothing_half_written()
    {
        using var process = RecordingProcess.StartMounted(_folder.Path, "-o size=64k", 200);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Contains("No space left on device", output, StringComparison.Ordinal);
        // The last line that is a number is of a result that was written as a whole; the next one was refused as a whole.
        Assert.Equal(1, process.ExitCode);
    }

    [LinuxFact]
    public async Task A_folder_that_cannot_be_written_to_is_said()
    {
        using var process = RecordingProcess.StartMounted(_folder.Path, "-o ro", 1);
        Assert.Contains("Read-only file system", await process.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
    }
}
