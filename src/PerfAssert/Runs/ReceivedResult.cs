using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Verdicts;

namespace PerfAssert.Runs;

/// <summary>The received file after a test. There is one exactly while there is something to accept; a doubt changes nothing.</summary>
internal static class ReceivedResult
{
    /// <summary>Adds the result to the file, or takes an earlier one back.</summary>
    /// <returns>Why the file could not be written; null when it could, or need not be.</returns>
    public static string? Update(PerfTest test, string key, BaselinePaths paths, MachineFingerprint machine, Verdict verdict, BaselineRecord now)
    {
        try
        {
            if (verdict.IsAcceptable)
                BaselineStore.Receive(paths, key, test.DisplayName, machine.Key, now);
            else if (verdict.AgainstBaseline is PerfOutcome.Pass or PerfOutcome.Info)
                BaselineStore.Withdraw(paths, key, machine.Key);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BaselineException)
        {
            return e.Message;
        }
    }
}
