using PerfAssert.Measuring;

namespace PerfAssert.Runs;

/// <summary>Waits until no other process of the machine measures.</summary>
internal static class MachineTurn
{
    /// <summary>A turn of another process's takes seconds; whoever waits for so long has met one that hangs.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Why a test whose turn never came is not measured.</summary>
    public static string GaveUp(string? owner) => $"{owner ?? "another process"} was measuring for {Longest.TotalMinutes:0} minutes: end it if it hangs";

    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits.</summary>
    /// <returns>What ends the turn when disposed, null where it never came; and how long that took.</returns>
    public static async ValueTask<(IDisposable? Turn, TimeSpan Waited, string? For)> WaitAsync(IMachineLock machine, PerfTest test, IInstruments instruments, CancellationToken cancellationToken)
    {
        var owner = test.TestClass.Assembly.GetName().Name ?? "";
        if (machine.TryEnter(owner) is { } atOnce)
            return (atOnce, TimeSpan.Zero, null);

        var other = machine.Owner;
        test.OnWaiting?.Invoke($"{test.DisplayName} waits until {other ?? "another process"} has finished measuring: two that measure at once disturb each other.");
        var start = instruments.Now;
        while (true)
        {
            await instruments.PauseAsync(s_poll, cancellationToken).ConfigureAwait(false);
            var turn = machine.TryEnter(owner);
            var waited = instruments.Since(start);
            if (turn is not null || waited >= Longest)
            {
                test.OnTurn?.Invoke();
                return (turn, waited, other);
            }
        }
    }
}
