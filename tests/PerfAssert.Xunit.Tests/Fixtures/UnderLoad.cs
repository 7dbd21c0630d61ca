using PerfAssert;
using PerfAssert.Loads;

namespace Fixtures;

public class UnderLoad
{
    [LoadFact(Rate = 500, Duration = "200 ms", WarmUp = "0")]
    public async Task Open()
    {
        await Task.Yield();
        World.Note("open");
    }

    [LoadFact(Users = 2, Duration = "100 ms", WarmUp = "0")]
    public async ValueTask Closed(LoadIteration iteration)
    {
        await Task.Delay(5, iteration.Cancellation);
        World.Note($"user {iteration.User}");
    }

    [LoadFact(Rate = 200, Duration = "100 ms", WarmUp = "0")]
    public static void Blocking() => World.Note("blocking");

    [LoadFact(Rate = 200, Duration = "100 ms", WarmUp = "0")]
    public async Task SometimesFails(LoadIteration iteration)
    {
        await Task.Yield();
        if (iteration.Number > 0)
            throw new LoadRequestException("status 503", "busy");
    }

    [LoadFact(Rate = 200, Duration = "100 ms", WarmUp = "0", MaxErrors = 1)]
    public Task MayFail(LoadIteration iteration) => iteration.Number % 2 == 0 ? Task.CompletedTask : throw new LoadRequestException("status 503", "busy");

    [LoadFact(Rate = 100, Duration = "1 min", WarmUp = "0", Timeout = 500)]
    public async Task GivenUp(LoadIteration iteration)
    {
        if (iteration.Number == 0)
            return;
        try
        {
            await Task.Delay(Timeout.Infinite, iteration.Cancellation);
        }
        finally
        {
            World.Note("told to stop");
        }
    }

    [LoadFact(Rate = 200, Duration = "1 s", WarmUp = "0", MaxInFlight = 20)]
    public Task TooSlow(LoadIteration iteration) => Task.Delay(200, iteration.Cancellation);

    [LoadFact(Rate = 1)]
    public Task Broken() => throw new TimeoutException("late");
}

public class RefusedLoads
{
    [LoadFact(Rate = 1)]
    public Task HasParameters(int number) => Task.FromResult(number);

    [LoadFact(Rate = 1)]
    public async void AsyncVoid() => await Task.Yield();

    [LoadFact]
    public Task NoLoad() => Task.CompletedTask;

    [LoadFact(Stages = "30 to 50")]
    public Task BadStages() => Task.CompletedTask;
}
