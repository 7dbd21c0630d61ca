using System.Collections.Immutable;

namespace PerfAssert.Loads;

/// <summary>A profile as an attribute can state it: in numbers and short texts, each of which may be missing.</summary>
public sealed record LoadSettings
{
    /// <summary>How long load is offered where nothing else is said.</summary>
    public const string DefaultDuration = "30 s";

    /// <summary>How long load is offered before anything counts, where nothing else is said: .NET code needs a second or two to be compiled for speed.</summary>
    public const string DefaultWarmUp = "5 s";

    /// <summary>Arrivals a second of the open model; 0 where that is not meant.</summary>
    public double Rate { get; init; }

    /// <summary>Users of the closed model; 0 where that is not meant.</summary>
    public int Users { get; init; }

    /// <summary>How long, such as <c>30 s</c> or <c>2 min</c>; null for <see cref="DefaultDuration"/>.</summary>
    public string? Duration { get; init; }

    /// <summary>How long before anything counts; <c>0</c> for not at all, null for <see cref="DefaultWarmUp"/>.</summary>
    public string? WarmUp { get; init; }

    /// <summary>What follows on the load of the first moment, such as <c>30 s to 50, 1 min to 50, 10 s to 0</c>; null for a constant load.</summary>
    public string? Stages { get; init; }

    /// <summary>See <see cref="LoadProfile.MaxRequests"/>; 0 for its default.</summary>
    public long MaxRequests { get; init; }

    /// <summary>See <see cref="LoadProfile.RequestTimeout"/>; null for its default.</summary>
    public string? RequestTimeout { get; init; }

    /// <summary>See <see cref="LoadProfile.MaxInFlight"/>; 0 for its default.</summary>
    public int MaxInFlight { get; init; }

    /// <summary>The profile.</summary>
    /// <param name="test">The test's name, for messages.</param>
    /// <exception cref="PerfTestException">The settings contradict each other, or one cannot be read.</exception>
    public LoadProfile ToProfile(string test)
    {
        if (Rate != 0 && Users != 0)
            throw Wrong($"sets both {nameof(Rate)} and {nameof(Users)}. Arrivals come by a schedule ({nameof(Rate)}), or from users who wait for their answers ({nameof(Users)}): choose one");
        if (!double.IsFinite(Rate) || Rate < 0)
            throw Wrong($"sets {nameof(Rate)} = {Rate}: arrivals a second, a number above 0");
        if (Users < 0)
            throw Wrong($"sets {nameof(Users)} = {Users}: a whole number above 0");
        if (Stages is null && Rate == 0 && Users == 0)
            throw Wrong($"does not say how much load: set {nameof(Rate)} (arrivals a second) or {nameof(Users)}, or {nameof(Stages)}");
        if (Stages is not null && Duration is not null)
            throw Wrong($"sets both {nameof(Stages)} and {nameof(Duration)}: the stages say how long each lasts");
        if (MaxRequests < 0 || MaxInFlight < 0)
            throw Wrong($"sets {(MaxRequests < 0 ? nameof(MaxRequests) : nameof(MaxInFlight))} below 0: a number above 0");

        var (model, stages) = ReadStages();
        var profile = new LoadProfile
        {
            Model = model,
            Start = model == LoadModel.Open ? Rate : Users,
            Stages = stages,
            WarmUp = WarmUp == "0" || (Rate == 0 && Users == 0) ? TimeSpan.Zero : Span(nameof(WarmUp), WarmUp ?? DefaultWarmUp),
        };
        profile = profile with
        {
            MaxRequests = MaxRequests > 0 ? MaxRequests : profile.MaxRequests,
            MaxInFlight = MaxInFlight > 0 ? MaxInFlight : profile.MaxInFlight,
            RequestTimeout = RequestTimeout is null ? profile.RequestTimeout : Span(nameof(RequestTimeout), RequestTimeout),
        };
        return ProfileRules.FindProblem(profile) is { } problem ? throw new PerfTestException($"{test}: {problem}") : profile;

        (LoadModel, ImmutableArray<LoadStage>) ReadStages()
        {
            var given = Rate != 0 ? LoadModel.Open : Users != 0 ? LoadModel.Closed : (LoadModel?)null;
            if (Stages is null)
                return (given!.Value, [new LoadStage(Span(nameof(Duration), Duration ?? DefaultDuration), given == LoadModel.Open ? Rate : Users)]);
            try
            {
                var read = StagesText.Parse(Stages, out var said);
                if (given is not null && said is not null && given != said)
                    throw new FormatException($"its targets count {(said == LoadModel.Open ? "arrivals a second" : "users")}, and the test sets {(given == LoadModel.Open ? nameof(Rate) : nameof(Users))}");
                var counted = given ?? said ?? LoadModel.Open;
                if (counted == LoadModel.Closed && read.FirstOrDefault(stage => stage.Target % 1 != 0) is { } half)
                    throw new FormatException($"{StagesText.Target(counted, half.Target)}: there are whole users only");
                if (Math.Max(Rate, Users) == 0 && read.All(stage => stage.Target == 0))
                    throw new FormatException("it never offers any load");
                return (counted, read);
            }
            catch (FormatException e)
            {
                throw Wrong($"sets {nameof(Stages)} = \"{Stages}\": {e.Message}");
            }
        }

        TimeSpan Span(string name, string text) =>
            SpanText.TryParse(text, out var span) ? span : throw Wrong($"sets {name} = \"{text}\": a number with a unit, above zero and up to a day, such as \"500 ms\", \"30 s\", \"1.5 min\" or \"1 h\"");

        PerfTestException Wrong(string problem) => new($"{test} {problem}.");
    }
}
