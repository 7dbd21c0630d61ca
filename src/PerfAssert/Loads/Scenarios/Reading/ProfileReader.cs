using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PerfBudgets.Json;

namespace PerfAssert.Loads.Scenarios.Reading;

/// <summary>Reads "profiles".</summary>
/// <param name="json">Reads the file's parts.</param>
/// <param name="wrong">Words an error.</param>
internal sealed class ProfileReader(StrictJson json, JsonFault wrong)
{
    /// <summary>Reads all.</summary>
    public ImmutableSortedDictionary<string, LoadProfile> Read(JsonNodeWithLine node)
    {
        var profiles = ImmutableSortedDictionary.CreateBuilder<string, LoadProfile>(StringComparer.Ordinal);
        foreach (var (name, value) in json.Members(node, ScenarioFormat.Profiles))
        {
            var key = StrictJson.Join(ScenarioFormat.Profiles, name);
            if (!ScenarioFormat.IsName(name))
                throw wrong(value.Line, key, "not a name of a profile", "Use letters and digits with points, hyphens or underscores between them, such as smoke.");
            profiles.Add(name, ReadProfile(key, value));
        }

        return profiles.Count > 0 ? profiles.ToImmutable() : throw wrong(node.Line, ScenarioFormat.Profiles, "no profile", "Add one, such as \"smoke\": { \"rate\": 10, \"duration\": \"3 s\" }.");
    }

    private LoadProfile ReadProfile(string key, JsonNodeWithLine node)
    {
        var members = json.Members(node, key, ScenarioFormat.ProfileProperties);
        var (rate, users) = (members.GetValueOrDefault(ScenarioFormat.Rate), members.GetValueOrDefault(ScenarioFormat.Users));
        if (rate is null == users is null)
            throw wrong(node.Line, key, "a profile has a rate or users, and not both", "Write \"rate\": 50 for 50 arrivals a second, or \"users\": 20 for 20 users who wait for their answers.");
        var model = rate is null ? LoadModel.Closed : LoadModel.Open;
        var start = ReadLoad(StrictJson.Join(key, rate is null ? ScenarioFormat.Users : ScenarioFormat.Rate), (rate ?? users)!, model);
        var standard = LoadProfile.ConstantRate(1, TimeSpan.FromSeconds(1));
        var profile = new LoadProfile
        {
            Model = model,
            Start = start,
            Stages = ReadStages(key, node, members, model, start),
            WarmUp = Time(ScenarioFormat.WarmUp) ?? standard.WarmUp,
            RequestTimeout = Time(ScenarioFormat.RequestTimeout) ?? standard.RequestTimeout,
            MaxInFlight = (int?)Whole(ScenarioFormat.MaxInFlight, ScenarioFormat.MostUsers) ?? standard.MaxInFlight,
            MaxRequests = Whole(ScenarioFormat.MaxRequests, 1_000_000_000) ?? standard.MaxRequests,
        };
        if (profile.Start == 0 && profile.Stages.All(stage => stage.Target == 0))
            throw wrong(node.Line, key, "a profile that offers nothing", "Some stage's target is above 0.");
        if (profile.WarmUp > TimeSpan.Zero && profile.Start == 0)
            throw wrong(node.Line, key, "a warm-up at no load", "The warm-up is at the load that the profile starts with: start above 0, or leave warmUp out.");
        if (profile.RequestTimeout > ScenarioFormat.LongestRequest)
            throw wrong(node.Line, StrictJson.Join(key, ScenarioFormat.RequestTimeout), "longer than an hour", "Nobody waits so long for one request: at most 1 h.");
        return profile.WarmUp + profile.Duration <= ScenarioFormat.Longest ? profile : throw wrong(node.Line, key, "longer than a day", "A profile lasts at most 24 h, its warm-up included.");

        TimeSpan? Time(string name) => members.TryGetValue(name, out var value) ? ReadTime(StrictJson.Join(key, name), value) : null;

        long? Whole(string name, long most) => !members.TryGetValue(name, out var value) ? null
            : value is { Type: JsonTokenType.Number, Value: double number and >= 1 } && number % 1 == 0 && number <= most ? (long)number
            : throw wrong(value.Line, StrictJson.Join(key, name), "not a whole number of that size", string.Create(CultureInfo.InvariantCulture, $"Write one from 1 to {most:0}."));
    }

    private ImmutableArray<LoadStage> ReadStages(string key, JsonNodeWithLine node, IReadOnlyDictionary<string, JsonNodeWithLine> members, LoadModel model, double start)
    {
        var (duration, stages) = (members.GetValueOrDefault(ScenarioFormat.Duration), members.GetValueOrDefault(ScenarioFormat.Stages));
        if (duration is null == stages is null)
            throw wrong(node.Line, key, "a profile has a duration or stages, and not both", "Write \"duration\": \"30 s\" for the same load all the time, or \"stages\": [ { \"duration\": \"30 s\", \"target\": 100 } ].");
        if (duration is not null)
            return [new LoadStage(ReadTime(StrictJson.Join(key, ScenarioFormat.Duration), duration), start)];
        var at = StrictJson.Join(key, ScenarioFormat.Stages);
        if (stages!.Type != JsonTokenType.StartArray || stages.Value is not IReadOnlyList<JsonNodeWithLine> { Count: > 0 } items)
            throw wrong(stages.Line, at, "not a list of stages", "Write [ { \"duration\": \"30 s\", \"target\": 100 } ].");
        return [.. items.Select(ReadStage)];

        LoadStage ReadStage(JsonNodeWithLine item)
        {
            var stage = json.Members(item, at, ScenarioFormat.StageProperties);
            return stage.TryGetValue(ScenarioFormat.Duration, out var time) && stage.TryGetValue(ScenarioFormat.Target, out var target)
                ? new LoadStage(ReadTime(StrictJson.Join(at, ScenarioFormat.Duration), time), ReadLoad(StrictJson.Join(at, ScenarioFormat.Target), target, model))
                : throw wrong(item.Line, at, "a stage has a duration and a target", "Write { \"duration\": \"30 s\", \"target\": 100 }: in a straight line to 100 within 30 s.");
        }
    }

    private TimeSpan ReadTime(string key, JsonNodeWithLine node)
    {
        if (node.Type == JsonTokenType.Number)
            throw wrong(node.Line, key, "a number without a unit", "Write a text with a unit: \"500 ms\", \"30 s\", \"5 min\" or \"1 h\".");
        var text = json.Text(node, key);
        return ScenarioDuration.Parse(text) is { } time && time <= ScenarioFormat.Longest ? time
            : throw wrong(node.Line, key, $"'{text}' is not a duration", "Write a number with a unit, such as \"500 ms\", \"30 s\", \"5 min\" or \"1 h\": whole milliseconds, above zero, at most 24 h.");
    }

    /// <summary>Rates have at most three decimals: k6 counts whole arrivals, of a thousand seconds at most.</summary>
    private double ReadLoad(string key, JsonNodeWithLine node, LoadModel model)
    {
        if (node is { Type: JsonTokenType.Number, Value: double number and >= 0 })
        {
            if (model == LoadModel.Closed ? number % 1 == 0 && number <= ScenarioFormat.MostUsers : number <= ScenarioFormat.MostPerSecond && Math.Round(number, 3) == number)
                return number;
        }

        throw wrong(node.Line, key, model == LoadModel.Closed ? "not a number of users" : "not a rate", model == LoadModel.Closed ? "Write a whole number from 0 to 100000." : "Write arrivals a second, from 0 to 1000000, with at most three decimals.");
    }
}
