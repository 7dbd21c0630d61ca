using PerfAssert;

namespace Fixtures;

/// <summary>Finds out whether two tests are ever under way at once: each waits a while for another to show up.</summary>
public static class Meeting
{
    private static readonly ManualResetEventSlim s_company = new();
    private static int s_present;

    public static void Attend(string name)
    {
        if (Interlocked.Increment(ref s_present) > 1)
            s_company.Set();
        var isAlone = !s_company.Wait(TimeSpan.FromMilliseconds(100));
        if (Interlocked.Decrement(ref s_present) == 0)
            s_company.Reset();
        World.Note(isAlone ? name + " alone" : name + " in company");
    }
}

public class AloneA
{
    [PerfFact]
    public void Perf() => Meeting.Attend("perf");

    [Fact]
    public void Ordinary() => Meeting.Attend("ordinary");
}

public class AloneB
{
    [PerfFact]
    public void Perf() => Meeting.Attend("perf");

    [PerfFact]
    public async Task AsyncPerf()
    {
        await Task.Yield();
        Meeting.Attend("perf");
    }

    [Fact]
    public void Ordinary() => Meeting.Attend("ordinary");
}

[Collection("uses the database")]
public class AloneC
{
    [PerfFact]
    public void Perf() => Meeting.Attend("perf");
}
