using System.Collections.Immutable;
using System.Globalization;
using PerfAssert.Loads;

namespace PerfTool.K6;

/// <summary>A profile as k6's scenarios: the load, and before it the warm-up, which has no tag and so is in no threshold.</summary>
internal static class K6Executors
{
    /// <summary>Arrivals are counted in whole numbers: three decimals a second are whole in so many.</summary>
    private const int SecondsOfDecimals = 1000;

    /// <summary>The lines of "scenarios".</summary>
    public static IEnumerable<string> Lines(LoadProfile profile, string operation)
    {
        if (profile.WarmUp > TimeSpan.Zero)
        {
            foreach (var line in Scenario("warm_up", profile, new LoadStage(profile.WarmUp, profile.Start), []))
                yield return line;
        }

        var tags = $"tags: {{ operation: {JsText.Quote(operation)} }}";
        string[] rest = profile.WarmUp > TimeSpan.Zero ? [$"startTime: {JsText.Of(profile.WarmUp)}", tags] : [tags];
        foreach (var line in profile.Stages.All(stage => stage.Target == profile.Start)
            ? Scenario("load", profile, new LoadStage(profile.Duration, profile.Start), rest)
            : Ramp(profile, rest))
        {
            yield return line;
        }
    }

    /// <summary>The most that is asked for at once: users, or requests on their way.</summary>
    public static int MostUsers(LoadProfile profile) => profile.Model == LoadModel.Closed ? (int)Peak(profile) : profile.MaxInFlight;

    private static double Peak(LoadProfile profile) => profile.Stages.Select(stage => stage.Target).Append(profile.Start).Max();

    private static IEnumerable<string> Scenario(string name, LoadProfile profile, LoadStage stage, string[] rest) => Block(name, profile, profile.Model == LoadModel.Closed
        ? ["executor: \"constant-vus\"", $"vus: {JsText.Of(stage.Target)}", $"duration: {JsText.Of(stage.Duration)}", .. rest]
        : ["executor: \"constant-arrival-rate\"", $"rate: {Arrivals(profile, stage.Target)}", .. Open(profile, stage.Target), $"duration: {JsText.Of(stage.Duration)}", .. rest]);

    private static IEnumerable<string> Ramp(LoadProfile profile, string[] rest)
    {
        var stages = profile.Stages.Select(stage => $"{{ duration: {JsText.Of(stage.Duration)}, target: {(profile.Model == LoadModel.Closed ? JsText.Of(stage.Target) : Arrivals(profile, stage.Target))} }}");
        var list = $"stages: [{string.Join(", ", stages)}]";
        return Block("load", profile, profile.Model == LoadModel.Closed
            ? ["executor: \"ramping-vus\"", $"startVUs: {JsText.Of(profile.Start)}", list, $"gracefulRampDown: {JsText.Of(profile.RequestTimeout)}", .. rest]
            : ["executor: \"ramping-arrival-rate\"", $"startRate: {Arrivals(profile, profile.Start)}", .. Open(profile, Peak(profile)), list, .. rest]);
    }

    /// <summary>Users that k6 makes beforehand are enough where answers come within a second: more are made while the load runs, up to the limit.</summary>
    private static string[] Open(LoadProfile profile, double peak) =>
    [
        $"timeUnit: {JsText.Quote(IsWhole(profile) ? "1s" : string.Create(CultureInfo.InvariantCulture, $"{SecondsOfDecimals}s"))}",
        $"preAllocatedVUs: {JsText.Of(Math.Min(profile.MaxInFlight, Math.Max(1, Math.Ceiling(peak))))}",
        $"maxVUs: {JsText.Of(profile.MaxInFlight)}",
    ];

    private static string Arrivals(LoadProfile profile, double perSecond) => JsText.Of(Math.Round(perSecond * (IsWhole(profile) ? 1 : SecondsOfDecimals)));

    private static bool IsWhole(LoadProfile profile) => profile.Stages.Select(stage => stage.Target).Append(profile.Start).All(target => target % 1 == 0);

    private static IEnumerable<string> Block(string name, LoadProfile profile, ImmutableArray<string> members) =>
        [$"    {name}: {{", .. members.Add($"gracefulStop: {JsText.Of(profile.RequestTimeout)}").Select(member => $"      {member},"), "    },"];
}
