using System.Collections;
using PerfAssert;

namespace Fixtures;

/// <summary>What a measured body finds around it.</summary>
public class InContext
{
    public static SynchronizationContext? Found { get; set; }

    [PerfFact]
    public void Synchronous() => Look();

    [PerfFact]
    public async Task Asynchronous()
    {
        Look();
        await Task.Yield();
        Look();
    }

    [PerfFact]
    public Task CanBeCancelled()
    {
        World.Note("cancellable " + TestContext.Current.CancellationToken.CanBeCanceled);
        return Task.CompletedTask;
    }

    [PerfFact]
    public void Writes() => TestContext.Current.TestOutputHelper!.WriteLine("from the body");

    [PerfFact]
    public void Warns() => TestContext.Current.AddWarning("of the test's own");

    private static void Look() => World.Note($"{TestContext.Current.TestMethod?.MethodName} {SynchronizationContext.Current?.GetType().Name ?? "free"}");
}

/// <summary>Ends only when its test is cancelled.</summary>
public class Patient
{
    [PerfFact(Timeout = 50)]
    public async Task Waits()
    {
        try
        {
            await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        }
        finally
        {
            World.Note("cancelled");
        }
    }
}

public class Numbers : IEnumerable<TheoryDataRow<int>>
{
    public IEnumerator<TheoryDataRow<int>> GetEnumerator()
    {
        yield return new TheoryDataRow<int>(1);
        yield return new TheoryDataRow<int>(2) { Timeout = 60_000 };
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public class FromAClass
{
    [PerfTheory, ClassData(typeof(Numbers))]
    public async Task Row(int number)
    {
        await Task.Yield();
        World.Note("row " + number);
    }
}
