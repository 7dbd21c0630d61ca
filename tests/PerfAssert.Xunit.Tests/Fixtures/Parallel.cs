using PerfAssert;

namespace Fixtures;

/// <summary>Finds out whether two tests are ever under way at once: each waits a while for another to show up.</summary>
public static class Meeting
{
    private static int _present;

    public static void Attend(string name)
    {
        var others = Interlocked.Increment(ref _present) - 1;
        for (var waited = 0; others == 0 && waited < 100; waited += 10)
        {
            Thread.Sleep(10);
            others = Volatile.Read(ref _present) - 1;
        }

        Interlocked.Decrement(ref _present);
        World.Note(others == 0 ? name + " alone" : name + " in company");
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
