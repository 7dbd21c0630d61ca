using PerfAssert.Runs;

namespace PerfAssert.Tests.Runs;

public sealed class MachineLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "PerfAssert.lock");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_cannot_have_it()
    {
        using var first = new MachineLock(FilePath).TryEnter("first");
        Assert.Null(new MachineLock(FilePath).TryEnter("second"));
    }

    [Fact]
    public void Whoever_waits_learns_who_has_it()
    {
        using var first = new MachineLock(FilePath).TryEnter("Shop.Tests");
        Assert.Equal($"Shop.Tests (process {Environment.ProcessId})", new MachineLock(FilePath).Owner);
    }

    [Fact]
    public void Given_back_it_can_be_had_again()
    {
        new MachineLock(FilePath).TryEnter("first")!.Dispose();
        using var second = new MachineLock(FilePath).TryEnter("second");
        Assert.NotNull(second);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_no_reason_not_to_measure() =>
        Assert.NotNull(new MachineLock(Path.Combine(_folder.Path, "nowhere", "PerfAssert.lock")).TryEnter("first"));
}
