using PerfAssert.Runs;

namespace PerfAssert.Tests.Runs;

public class MachineTurnTests
{
    private readonly SimulatedMachine _machine = new();
    private readonly List<string> _heard = [];

    [Fact]
    public async Task A_machine_that_nobody_has_is_had_at_once() => Assert.Equal(TimeSpan.Zero, (await Wait(0)).Waited);

    [Fact]
    public async Task Waiting_says_for_whom()
    {
        await Wait(30);
        Assert.Equal("a test waits until Shop.Tests (process 7) has finished measuring: two that measure at once disturb each other.", _heard[0]);
    }

    [Fact]
    public async Task Waiting_ends_when_the_other_is_done() => Assert.Equal(3, (await Wait(30)).Waited.TotalSeconds, 1);

    [Fact]
    public async Task The_end_of_waiting_is_told()
    {
        await Wait(30);
        Assert.Equal("turn", _heard[^1]);
    }

    [Fact]
    public async Task Nobody_is_waited_for_longer_than_ten_minutes() => Assert.Null((await Wait(int.MaxValue)).Turn);

    private async Task<(IDisposable? Turn, TimeSpan Waited, string? For)> Wait(int refusals) =>
        await MachineTurn.WaitAsync(
            new BusyMachine(refusals),
            new PerfTest
            {
                TestClass = typeof(MachineTurnTests),
                Method = typeof(MachineTurnTests).GetMethod(nameof(Waiting_says_for_whom))!,
                DisplayName = "a test",
                Body = new SimulatedBody(_machine, 1_000),
                OnWaiting = _heard.Add,
                OnTurn = () => _heard.Add("turn"),
            },
            _machine,
            default);

    private sealed class BusyMachine(int refusals) : IMachineLock
    {
        private int _left = refusals;

        public string Owner => "Shop.Tests (process 7)";

        public IDisposable? TryEnter(string owner) => _left-- > 0 ? null : new MemoryStream();
    }
}
