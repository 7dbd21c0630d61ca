using PerfAssert;

namespace Fixtures;

public class ReturnKinds
{
    [PerfFact]
    public void Void() => World.Pass(10_000);

    [PerfFact]
    public int Result() => World.Journal.Count;

    [PerfFact]
    public async Task ATask() => await Task.Yield();

    [PerfFact]
    public async ValueTask AValueTask() => await Task.Yield();

    [PerfFact]
    public async ValueTask<int> AValueTaskOfInt()
    {
        await Task.Yield();
        return 1;
    }

    [PerfFact]
    public static void Static() => World.Pass(10_000);
}

public class Throwing
{
    [PerfFact]
    public async Task TaskAfterAwait()
    {
        await Task.Yield();
        throw new TimeoutException("late");
    }

    [PerfFact]
    public async ValueTask ValueTaskAfterAwait()
    {
        await Task.Yield();
        throw new TimeoutException("late");
    }

    [PerfFact]
    public async ValueTask<int> ValueTaskOfIntAfterAwait()
    {
        await Task.Yield();
        throw new TimeoutException("late");
    }

    [PerfFact]
    public void AtOnce() => throw new TimeoutException("at once");
}

public class Refused
{
    [PerfFact]
    public async void AsyncVoid() => await Task.Yield();

    [PerfFact]
    public void HasParameters(int number) => World.Pass(number);

    [PerfTheory]
    public void TheoryWithoutData(int number) => World.Pass(number);

    [PerfFact(Timeout = 1_000)]
    public void SynchronousWithTimeout() => World.Pass(1);
}

/// <summary>Limits on SQL in a project without the package that counts it.</summary>
public class LimitedSql
{
    [PerfFact(MaxCommands = 1)]
    public void Commands() => World.Pass(1);

    [PerfFact(MaxRows = 1)]
    public void Rows() => World.Pass(1);

    [PerfFact(MaxSameStatement = 1)]
    public void SameStatement() => World.Pass(1);

    [PerfFact(NoFullScan = true)]
    public void FullScan() => World.Pass(1);

    [PerfTheory(MaxCommands = 1, MaxRows = 1, MaxSameStatement = 1, NoFullScan = true), InlineData(1)]
    public void Theory(int number) => World.Pass(number);
}

public class Budgeted
{
    [PerfFact(Budget = "measured.works")]
    public void Fact() => World.Pass(Measured.Cost);

    [PerfTheory(Budget = "measured.works"), InlineData(1)]
    public void Theory(int number) => World.Pass(Measured.Cost * number);
}

public class Hanging
{
    [PerfFact(Timeout = 50)]
    public Task NeverEnds() => new TaskCompletionSource().Task;
}

public class Skipped
{
    [PerfFact(Skip = "not today")]
    public void Fact() => World.Note("ran");

    [PerfTheory(Skip = "not today")]
    [InlineData(1)]
    public void Theory(int number) => World.Note("ran" + number);
}

public class Measured
{
    /// <summary>Nanoseconds a call takes.</summary>
    public static double Cost { get; set; } = 10_000;

    [PerfFact]
    public void Works() => World.Pass(Cost);
}

public class StrictlyMeasured
{
    [PerfFact(Strict = true)]
    public void Works() => World.Pass(Measured.Cost);
}

public class Limited
{
    [PerfFact(MaxAllocatedBytes = 0)]
    public object Allocates()
    {
        World.Pass(10_000);
        return new object();
    }
}

public class Empty
{
    [PerfFact(DisplayName = "does nothing")]
    public void Nothing()
    {
    }
}
