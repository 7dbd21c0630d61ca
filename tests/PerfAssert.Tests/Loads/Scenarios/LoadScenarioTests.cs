using PerfAssert.Loads;
using PerfAssert.Loads.Scenarios;

namespace PerfAssert.Tests.Loads.Scenarios;

public sealed class LoadScenarioTests
{
    [Theory]
    [InlineData("""{ "rate": 20, "duration": "3 s" }""", LoadModel.Open, 20, "3 s to 20")]
    [InlineData("""{ "users": 5, "duration": "5 min" }""", LoadModel.Closed, 5, "300 s to 5")]
    [InlineData("""{ "rate": 0.5, "stages": [{ "duration": "500 ms", "target": 2.125 }, { "duration": "0.5 h", "target": 0 }] }""", LoadModel.Open, 0.5, "0.5 s to 2.125, 1800 s to 0")]
    public void A_profile_is_its_start_and_its_stages(string json, LoadModel model, double start, string stages)
    {
        var profile = ScenarioText.Read(ScenarioText.Of("""[{ "method": "GET", "path": "/" }]""", profiles: $$"""{ "p": {{json}} }""")).Profile("p");

        Assert.Equal((model, start, stages), (profile.Model, profile.Start, string.Join(", ", profile.Stages.Select(stage => FormattableString.Invariant($"{stage.Duration.TotalSeconds} s to {stage.Target}")))));
    }

    [Fact]
    public void Limits_that_a_profile_leaves_out_are_those_of_every_profile()
    {
        var profile = ScenarioText.Read(ScenarioText.Of("""[{ "method": "GET", "path": "/" }]""")).Profile("smoke");

        var standard = LoadProfile.ConstantRate(10, TimeSpan.FromSeconds(3));
        Assert.Equal((standard.WarmUp, standard.RequestTimeout, standard.MaxInFlight, standard.MaxRequests), (profile.WarmUp, profile.RequestTimeout, profile.MaxInFlight, profile.MaxRequests));
    }

    [Fact]
    public void Limits_of_a_profile_are_read()
    {
        var profile = ScenarioText.Read(ScenarioText.Of("""[{ "method": "GET", "path": "/" }]""", profiles: """{ "p": { "rate": 1, "duration": "1 s", "warmUp": "2 s", "requestTimeout": "750 ms", "maxInFlight": 7, "maxRequests": 99 } }""")).Profile("p");

        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(750), 7, 99L), (profile.WarmUp, profile.RequestTimeout, profile.MaxInFlight, profile.MaxRequests));
    }

    [Fact]
    public void A_profile_that_is_not_there_suggests_one_of_similar_name()
    {
        var scenario = ScenarioText.Read(ScenarioText.Of("""[{ "method": "GET", "path": "/" }]"""));

        var error = Assert.Throws<LoadScenarioException>(() => scenario.Profile("smok"));

        Assert.Equal("shop.load.json: there is no profile 'smok' Did you mean 'smoke'? Otherwise add it under \"profiles\".", error.Message.ReplaceLineEndings(" "));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("soak", 2)]
    public void The_variable_chooses_another_profile(string? variable, double rate)
    {
        var scenario = ScenarioText.Read(ScenarioText.Of("""[{ "method": "GET", "path": "/" }]""", profiles: """{ "smoke": { "rate": 1, "duration": "1 s" }, "soak": { "rate": 2, "duration": "1 s" } }"""));

        Assert.Equal(rate, scenario.Chosen("smoke", variable).Start);
    }

    [Fact]
    public void A_variable_that_names_no_profile_is_no_smoke_test()
    {
        var scenario = ScenarioText.Read(ScenarioText.Of("""[{ "method": "GET", "path": "/" }]"""));

        var error = Assert.Throws<LoadScenarioException>(() => scenario.Chosen("smoke", "strss"));

        Assert.StartsWith("shop.load.json: there is no profile 'strss', which the environment variable PERFASSERT_LOAD_PROFILE names", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_keeps_its_numbers_and_takes_variables_in_texts() => Assert.Equal(
        """{"a":[1,0.25,null,true],"whole":{{id}},"part":"no \"{{id}}\"","{":"}"}""",
        ScenarioText.Read(ScenarioText.Of("""[{ "method": "POST", "path": "/", "body": { "a": [1.0, 0.25, null, true], "whole": "{{id}}", "part": "no \"{{ id }}\"", "{": "}" } }]""", data: """[{ "id": 1 }]""")).Steps[0].Body!.ToString());

    [Fact]
    public void Environment_variables_are_known_beforehand() => Assert.Equal(
        "KEY TOKEN",
        string.Join(' ', ScenarioText.Read(ScenarioText.Of("""[{ "method": "GET", "path": "/{{env:KEY}}", "headers": { "Authorization": "Bearer {{ env:TOKEN }}" } }]""")).EnvironmentVariables));

    [Fact]
    public void A_file_that_is_not_there_says_how_it_would_get_there()
    {
        var error = Assert.Throws<LoadScenarioException>(() => LoadScenario.Read("gone.load.json"));

        Assert.StartsWith(Path.Combine(AppContext.BaseDirectory, "gone.load.json") + ": there is no such file", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ": the file is empty")]
    [InlineData("[]", "(1): a scenario is a JSON object")]
    [InlineData("{ \"schema\": 2, \"next\": 1 }", "(1): written with schema 2, and this PerfAssert reads schema 1")]
    [InlineData("{ \"schema\": 1,\n\"nam\": \"x\" }", "(2): unknown property [nam] Known here: $schema, budget, data, description, name, profiles, schema, setup, steps.")]
    [InlineData("{ \"schema\": 1 }", "a scenario without a name")]
    [InlineData("{ \"schema\": 1, \"name\": \"a b\" }", "'a b' is not a name [name]")]
    [InlineData("{ \"schema\": 1, \"name\": \"a\" }", "a scenario without steps [steps]")]
    [InlineData("{ \"schema\": 1, \"name\": \"a\", \"steps\": [] }", "no step [steps]")]
    [InlineData("{ \"schema\": 1, \"name\": \"a\", \"steps\": [{ \"method\": \"GET\", \"path\": \"/\" }] }", "a scenario without profiles [profiles]")]
    public void What_is_wrong_with_a_file_is_told(string json, string words) => Assert.Contains(words, ScenarioText.Problem(json), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "path": "/" }""", "a step without method [steps / 1 / method]")]
    [InlineData("""{ "method": "get", "path": "/" }""", "'get' is not a method")]
    [InlineData("""{ "method": "GET" }""", "a step without path")]
    [InlineData("""{ "method": "GET", "path": "orders" }""", "'orders' is not a path")]
    [InlineData("""{ "method": "GET", "path": "//elsewhere.example/" }""", "is not a path")]
    [InlineData("""{ "method": "GET", "path": "/{{env:HOST}}/a b" }""", "has a character that no path may have")]
    [InlineData("""{ "method": "GET", "path": "/#x" }""", "has a character that no path may have")]
    [InlineData("""{ "method": "GET", "path": "/%zz" }""", "has a character that no path may have")]
    [InlineData("""{ "method": "GET", "path": "/{{oder}}" }""", "there is no variable 'oder' here [steps / 1 / path] Did you mean 'order'?")]
    [InlineData("""{ "method": "GET", "path": "/{{order" }""", "'{{' begins a variable, and no '}}' ends it")]
    [InlineData("""{ "method": "GET", "path": "/{{env:A B}}" }""", "'A B' is not a name of an environment variable")]
    [InlineData("""{ "method": "GET", "path": "/", "body": 1 }""", "a body of GET")]
    [InlineData("""{ "method": "POST", "path": "/", "body": 1e20 }""", "a number that clients write in different ways")]
    [InlineData("""{ "method": "POST", "path": "/", "body": { "{{order}}": 1 } }""", "a variable in a name")]
    [InlineData("""{ "method": "GET", "path": "/", "status": 99 }""", "not a status")]
    [InlineData("""{ "method": "GET", "path": "/", "headers": { "A B": "" } }""", "not a name of a header")]
    [InlineData("""{ "method": "GET", "path": "/", "headers": { "A": "x\r\nB: y" } }""", "a character that no header may have")]
    [InlineData("""{ "method": "GET", "path": "/", "headers": { "content-type": "text/plain" } }""", "a header that the client says")]
    [InlineData("""{ "method": "GET", "path": "/", "headers": { "X-A": "", "x-a": "" } }""", "the header comes twice")]
    [InlineData("""{ "method": "GET", "path": "/", "headers": { "authorization": "Bearer abc" } }""", "a secret in a file")]
    [InlineData("""{ "method": "GET", "path": "/", "extract": { "order": "id" } }""", "'order' is there already")]
    [InlineData("""{ "method": "GET", "path": "/", "extract": { "iteration": "id" } }""", "not a name of a variable")]
    [InlineData("""{ "method": "GET", "path": "/", "extract": { "x": "items[*].id" } }""", "'items[*].id' is not a place in JSON")]
    public void What_is_wrong_with_a_step_is_told(string step, string words) =>
        Assert.Contains(words, ScenarioText.Problem(ScenarioText.Of($"[{step}]", data: """[{ "order": 1 }]""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "duration": "1 s" }""", "a rate or users, and not both")]
    [InlineData("""{ "rate": 1, "users": 1, "duration": "1 s" }""", "a rate or users, and not both")]
    [InlineData("""{ "rate": 1 }""", "a duration or stages, and not both")]
    [InlineData("""{ "rate": 1, "duration": 5 }""", "a number without a unit")]
    [InlineData("""{ "rate": 1, "duration": "5" }""", "'5' is not a duration")]
    [InlineData("""{ "rate": 1, "duration": "25 h" }""", "'25 h' is not a duration")]
    [InlineData("""{ "rate": 1, "stages": [{ "duration": "13 h", "target": 1 }, { "duration": "13 h", "target": 1 }] }""", "longer than a day")]
    [InlineData("""{ "rate": 1, "duration": "24 h", "warmUp": "1 ms" }""", "longer than a day")]
    [InlineData("""{ "rate": 1, "duration": "1 s", "requestTimeout": "61 min" }""", "longer than an hour")]
    [InlineData("""{ "rate": 1, "duration": "0.5 ms" }""", "whole milliseconds")]
    [InlineData("""{ "rate": 0.0001, "duration": "1 s" }""", "not a rate")]
    [InlineData("""{ "users": 1.5, "duration": "1 s" }""", "not a number of users")]
    [InlineData("""{ "rate": 0, "duration": "1 s" }""", "a profile that offers nothing")]
    [InlineData("""{ "rate": 0, "warmUp": "1 s", "stages": [{ "duration": "1 s", "target": 5 }] }""", "a warm-up at no load")]
    [InlineData("""{ "rate": 1, "stages": [{ "duration": "1 s" }] }""", "a stage has a duration and a target")]
    [InlineData("""{ "rate": 1, "duration": "1 s", "maxInFlight": 0 }""", "not a whole number of that size")]
    public void What_is_wrong_with_a_profile_is_told(string profile, string words) =>
        Assert.Contains(words, ScenarioText.Problem(ScenarioText.Of("""[{ "method": "GET", "path": "/" }]""", profiles: $$"""{ "p": {{profile}} }""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""[{ "a": 1 }, { "b": 1 }]""", "a row with b, and the first has a")]
    [InlineData("""[{ "iteration": 1 }]""", "not a name of a variable")]
    [InlineData("""[{ "a": [] }]""", "neither a text, a number nor a boolean")]
    [InlineData("""[{ "a": 1e20 }]""", "Write it as a text")]
    [InlineData("""[]""", "no row")]
    public void What_is_wrong_with_data_is_told(string data, string words) =>
        Assert.Contains(words, ScenarioText.Problem(ScenarioText.Of("""[{ "method": "GET", "path": "/" }]""", data: data)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""[{ "method": "GET", "path": "/{{row}}" }]""", "there is no variable 'row' here")]
    [InlineData("""[{ "method": "GET", "path": "/{{iteration}}" }]""", "there is no variable 'iteration' here")]
    [InlineData("""[{ "method": "GET", "path": "/", "extract": { "row": "id" } }]""", "the column 'row' is called like something that the setup extracts")]
    public void The_setup_knows_nothing_of_iterations(string setup, string words) =>
        Assert.Contains(words, ScenarioText.Problem(ScenarioText.Of("""[{ "method": "GET", "path": "/{{row}}" }]""", setup, """[{ "row": 1 }]""")), StringComparison.Ordinal);
}
