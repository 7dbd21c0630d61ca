using System.Globalization;

namespace PerfAssert.Loads;

/// <summary>What a profile may ask for. The upper limits are far above what one machine can do: whoever asks for more has mistyped.</summary>
internal static class ProfileRules
{
    public const double MaxRate = 1_000_000;

    public const int MaxUsers = 100_000;

    public const int MaxInFlight = 1_000_000;

    public static readonly TimeSpan MaxDuration = TimeSpan.FromHours(24);

    /// <summary>What histograms can hold (<see cref="LatencyHistogram.Highest"/>).</summary>
    public static readonly TimeSpan MaxTimeout = TimeSpan.FromHours(1);

    /// <summary>What is wrong with a profile and what to write instead, as one sentence; null where nothing is.</summary>
    public static string? FindProblem(LoadProfile profile)
    {
        if (profile.Model is not (LoadModel.Open or LoadModel.Closed))
            return $"{nameof(profile.Model)} is {(int)profile.Model}: it is {nameof(LoadModel.Open)} or {nameof(LoadModel.Closed)}.";
        if (profile.Stages.IsDefaultOrEmpty)
            return $"{nameof(profile.Stages)} is empty: a load profile needs at least one stage.";
        if (TargetProblem(profile.Model, profile.Start, nameof(profile.Start)) is { } start)
            return start;
        for (var i = 0; i < profile.Stages.Length; i++)
        {
            var stage = profile.Stages[i];
            if (stage.Duration <= TimeSpan.Zero)
                return $"Stage {i + 1} lasts {Text(stage.Duration)}: a stage lasts longer than zero.";
            if (stage.Duration > MaxDuration)
                return $"Stage {i + 1} lasts {Text(stage.Duration)}: a load test lasts at most {Text(MaxDuration)}.";
            if (TargetProblem(profile.Model, stage.Target, $"The target of stage {i + 1}") is { } target)
                return target;
        }

        if (profile.Start == 0 && profile.Stages.All(stage => stage.Target == 0))
            return "Every target is 0: the profile offers no load at all.";
        if (profile.WarmUp < TimeSpan.Zero)
            return $"{nameof(profile.WarmUp)} is {Text(profile.WarmUp)}: it is zero (none) or longer.";
        if (profile.WarmUp > MaxDuration || profile.Duration + profile.WarmUp > MaxDuration)
            return $"Warm-up and stages last longer than {Text(MaxDuration)}, which is the most a load test may last.";
        if (profile.RequestTimeout <= TimeSpan.Zero || profile.RequestTimeout > MaxTimeout)
            return $"{nameof(profile.RequestTimeout)} is {Text(profile.RequestTimeout)}: it is above zero and at most {Text(MaxTimeout)}.";
        if (profile.MaxInFlight is < 1 or > MaxInFlight)
            return string.Create(CultureInfo.InvariantCulture, $"{nameof(profile.MaxInFlight)} is {profile.MaxInFlight}: it is 1 to {MaxInFlight:#,0}.");
        if (profile.MaxRequests < 1)
            return string.Create(CultureInfo.InvariantCulture, $"{nameof(profile.MaxRequests)} is {profile.MaxRequests}: it is at least 1.");
        return null;
    }

    private static string? TargetProblem(LoadModel model, double target, string what)
    {
        // NaN is neither.
        if (!(target >= 0))
            return string.Create(CultureInfo.InvariantCulture, $"{what} is {target}: it is 0 or more.");
        return model switch
        {
            LoadModel.Open when target > MaxRate => string.Create(CultureInfo.InvariantCulture, $"{what} is {target} arrivals a second: one machine offers at most {MaxRate:#,0}."),
            LoadModel.Closed when target > MaxUsers => string.Create(CultureInfo.InvariantCulture, $"{what} is {target} users: one machine plays at most {MaxUsers:#,0}."),
            LoadModel.Closed when target != Math.Floor(target) => string.Create(CultureInfo.InvariantCulture, $"{what} is {target}: users come in whole numbers."),
            _ => null,
        };
    }

    private static string Text(TimeSpan time) => time.ToString("g", CultureInfo.InvariantCulture);
}
