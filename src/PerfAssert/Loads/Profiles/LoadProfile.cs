using System.Collections.Immutable;

namespace PerfAssert.Loads;

/// <summary>How much load is offered, and when.</summary>
public sealed record LoadProfile
{
    /// <summary>What keeps requests coming, and so what <see cref="Start"/> and the stages' targets count.</summary>
    public required LoadModel Model { get; init; }

    /// <summary>The load of the first moment: arrivals a second, or users.</summary>
    public required double Start { get; init; }

    /// <summary>What follows, one after the other; at least one.</summary>
    public required ImmutableArray<LoadStage> Stages { get; init; }

    /// <summary>How long the load of <see cref="Start"/> is offered before anything counts; zero for not at all.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.Zero;

    /// <summary>Requests that may be on their way at once in the open model: an arrival that finds so many is dropped, and counted as such.</summary>
    public int MaxInFlight { get; init; } = 1_000;

    /// <summary>How long one request may take before it is given up, as an error.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests at which the run ends early, and says so: a hard limit against a typing error.</summary>
    public long MaxRequests { get; init; } = 1_000_000;

    /// <summary>How long the stages last together, without <see cref="WarmUp"/>.</summary>
    public TimeSpan Duration => Stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Duration);

    /// <summary>So many arrivals a second for so long.</summary>
    public static LoadProfile ConstantRate(double perSecond, TimeSpan duration) =>
        new() { Model = LoadModel.Open, Start = perSecond, Stages = [new LoadStage(duration, perSecond)] };

    /// <summary>So many users for so long.</summary>
    public static LoadProfile ConstantUsers(int users, TimeSpan duration) =>
        new() { Model = LoadModel.Closed, Start = users, Stages = [new LoadStage(duration, users)] };
}
