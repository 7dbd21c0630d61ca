namespace PerfAssert.Loads;

/// <summary>A profile in words: what a report shows, and by which a baseline knows the load its figures belong to.</summary>
internal static class ProfileText
{
    /// <summary>For example <c>50/s for 30 s</c>, or <c>from 0/s: 30 s to 50/s, 1 min to 50/s</c>.</summary>
    public static string Of(LoadProfile profile) =>
        profile.Stages is [var only] && only.Target == profile.Start
            ? $"{StagesText.Target(profile.Model, only.Target)} for {SpanText.Of(only.Duration)}"
            : $"from {StagesText.Target(profile.Model, profile.Start)}: {StagesText.Of(profile.Model, profile.Stages)}";
}
