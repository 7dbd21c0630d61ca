using System.Text.Json;
using System.Text.RegularExpressions;
using PerfAssert.Loads;
using PerfTool.K6;

namespace PerfTool.Tests.K6;

public class K6ExecutorsTests
{
    [Theory]
    [InlineData("""{ "rate": 20, "duration": "3 s", "maxInFlight": 50, "requestTimeout": "5 s" }""", "load: executor constant-arrival-rate, rate 20, timeUnit 1s, preAllocatedVUs 20, maxVUs 50, duration 3000ms, tags {operation:shop}, gracefulStop 5000ms")]
    [InlineData("""{ "rate": 0.5, "duration": "1 min", "maxInFlight": 7 }""", "load: executor constant-arrival-rate, rate 500, timeUnit 1000s, preAllocatedVUs 1, maxVUs 7, duration 60000ms, tags {operation:shop}, gracefulStop 30000ms")]
    [InlineData("""{ "rate": 1, "stages": [{ "duration": "10 s", "target": 30 }, { "duration": "500 ms", "target": 0 }], "maxInFlight": 10 }""", "load: executor ramping-arrival-rate, startRate 1, timeUnit 1s, preAllocatedVUs 10, maxVUs 10, stages [{duration:10000ms,target:30},{duration:500ms,target:0}], tags {operation:shop}, gracefulStop 30000ms")]
    [InlineData("""{ "users": 5, "duration": "3 s" }""", "load: executor constant-vus, vus 5, duration 3000ms, tags {operation:shop}, gracefulStop 30000ms")]
    [InlineData("""{ "users": 0, "stages": [{ "duration": "3 s", "target": 5 }] }""", "load: executor ramping-vus, startVUs 0, stages [{duration:3000ms,target:5}], gracefulRampDown 30000ms, tags {operation:shop}, gracefulStop 30000ms")]
    [InlineData("""{ "users": 2, "duration": "3 s", "warmUp": "2 s" }""", "warm_up: executor constant-vus, vus 2, duration 2000ms, gracefulStop 30000ms; load: executor constant-vus, vus 2, duration 3000ms, startTime 2000ms, tags {operation:shop}, gracefulStop 30000ms")]
    public void A_profile_is_the_executor_that_offers_the_same(string profile, string executors) => Assert.Equal(executors, Flat(Profile(profile)));

    [Fact]
    public void Several_stages_at_the_same_load_are_one() =>
        Assert.Contains("constant-arrival-rate", Flat(LoadProfile.ConstantRate(5, TimeSpan.FromSeconds(1)) with { Stages = [new LoadStage(TimeSpan.FromSeconds(1), 5), new LoadStage(TimeSpan.FromSeconds(2), 5)] }), StringComparison.Ordinal);

    private static LoadProfile Profile(string json) =>
        PerfAssert.Loads.Scenarios.LoadScenario.Parse(System.Text.Encoding.UTF8.GetBytes($$"""{ "schema": 1, "name": "shop", "steps": [{ "method": "GET", "path": "/" }], "profiles": { "p": {{json}} } }"""), "x").Profile("p");

    /// <summary>The lines as one, without the quotes of JavaScript.</summary>
    private static string Flat(LoadProfile profile)
    {
        // The lines are JSON but for their bare names and last commas.
        var text = Regex.Replace($"{{{string.Join("", K6Executors.Lines(profile, "shop"))}}}", @"([A-Za-z_]+):(?= )", "\"$1\":");
        var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true }).RootElement;
        return string.Join("; ", json.EnumerateObject().Select(one => $"{one.Name}: {string.Join(", ", one.Value.EnumerateObject().Select(member => $"{member.Name} {Regex.Replace(member.Value.ToString(), "[\" ]", "")}"))}"));
    }
}
