using System.Net;
using PerfAssert.Loads;
using PerfAssert.Loads.Scenarios;

namespace PerfAssert.Tests.Loads.Scenarios;

public sealed class LoadScenarioRunTests
{
    private const string SignIn = """[{ "name": "sign in", "method": "POST", "path": "/login", "body": { "password": "{{env:PASSWORD}}" }, "status": 201, "extract": { "token": "tokens[0].access" } }]""";

    [Fact]
    public async Task What_the_setup_extracts_every_iteration_has()
    {
        var handler = new RecordingHandler(_ => (201, """{ "tokens": [{ "access": "abc" }] }"""));
        var run = await StartAsync(ScenarioText.Of("""[{ "method": "GET", "path": "/orders", "headers": { "Authorization": "Bearer {{token}}" } }]""", SignIn), handler);

        await run.RunAsync(Iteration(0));
        await run.RunAsync(Iteration(1));

        Assert.Equal(
            ["POST https://shop.example/login application/json {\"password\":\"s3\\\"cret\"}", "GET https://shop.example/orders Authorization=Bearer abc", "GET https://shop.example/orders Authorization=Bearer abc"],
            handler.Asked);
    }

    [Fact]
    public async Task A_test_of_a_scenario_sends_nothing_to_another_machine()
    {
        var handler = new RecordingHandler(_ => (200, "{}"));
        using var client = new HttpClient(handler) { BaseAddress = new Uri("https://shop.example") };
        var request = ScenarioText.Read(ScenarioText.Of("""[{ "method": "GET", "path": "/" }]""")).ToRequest(() => new ValueTask<HttpClient>(client));
        Assert.Contains("shop.example is another", (await Assert.ThrowsAsync<PerfTestException>(() => request(Iteration(0)).AsTask())).Message, StringComparison.Ordinal);
        Assert.Empty(handler.Asked);
    }

    [Theory]
    [InlineData(0, "/a%2Fb%3F%20%C3%A4")]
    [InlineData(1, "/2.5")]
    [InlineData(2, "/true")]
    [InlineData(3, "/a%2Fb%3F%20%C3%A4")]
    public async Task Iterations_take_rows_in_turn(long number, string path) =>
        Assert.Equal($"GET https://shop.example{path}", await AskedAsync("""{ "method": "GET", "path": "/{{row}}" }""", number, """[{ "row": "a/b? ä" }, { "row": 2.5 }, { "row": true }]"""));

    [Theory]
    [InlineData("\"{{row}}\"", "17")]
    [InlineData("\"no. {{row}}\"", "\"no. 17\"")]
    [InlineData("{ \"n\": \"{{iteration}}\", \"t\": [\"{{iteration}}{{row}}\"] }", "{\"n\":3,\"t\":[\"317\"]}")]
    public async Task In_a_body_a_number_stays_a_number_and_becomes_a_part_of_a_text(string body, string sent) =>
        Assert.Equal($"POST https://shop.example/ application/json {sent}", await AskedAsync($$"""{ "method": "POST", "path": "/", "body": {{body}} }""", 3, """[{ "row": 17 }]"""));

    [Fact]
    public async Task Dots_in_a_path_are_sent_as_they_are() =>
        Assert.Equal("GET https://shop.example/a/../b/%2E", await AskedAsync("""{ "method": "GET", "path": "/a/{{row}}/b/%2E" }""", 0, """[{ "row": ".." }]"""));

    [Fact]
    public async Task A_step_knows_what_the_one_before_extracted()
    {
        var handler = new RecordingHandler(_ => (200, """{ "id": 12345678901 }"""));
        var run = await StartAsync(ScenarioText.Of("""[{ "method": "POST", "path": "/orders", "extract": { "order": "id" } }, { "method": "GET", "path": "/orders/{{order}}" }]"""), handler);

        await run.RunAsync(Iteration(0));

        Assert.Equal("GET https://shop.example/orders/12345678901", handler.Asked[^1]);
    }

    [Theory]
    [InlineData(503, "{}", "status 503", "GET / was answered with status 503 in place of one from 200 to 299")]
    [InlineData(200, "{}", "no id", "GET /: the answer has no text, number or boolean at id")]
    [InlineData(200, "[1]", "no id", "GET /: the answer has no text, number or boolean at id")]
    [InlineData(200, """{ "id": {} }""", "no id", "GET /: the answer has no text, number or boolean at id")]
    [InlineData(200, "<html>", "no JSON", "GET /: the answer is no JSON: ")]
    public async Task An_answer_that_is_not_as_it_should_be_is_told_by_its_kind(int status, string body, string kind, string words)
    {
        var run = await StartAsync(ScenarioText.Of("""[{ "method": "GET", "path": "/", "extract": { "id": "id" } }]"""), new RecordingHandler(_ => (status, body)));

        var error = await Assert.ThrowsAsync<LoadRequestException>(async () => await run.RunAsync(Iteration(0)));

        Assert.Equal(kind, error.Kind);
        Assert.StartsWith(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_wrong_answer_no_further_step_is_sent()
    {
        var handler = new RecordingHandler(_ => (500, ""));
        var run = await StartAsync(ScenarioText.Of("""[{ "method": "GET", "path": "/1" }, { "method": "GET", "path": "/2" }]"""), handler);

        await Assert.ThrowsAsync<LoadRequestException>(async () => await run.RunAsync(Iteration(0)));

        Assert.Single(handler.Asked);
    }

    [Fact]
    public async Task A_value_with_a_line_break_gets_into_no_header()
    {
        var run = await StartAsync(ScenarioText.Of("""[{ "method": "GET", "path": "/", "headers": { "X-Name": "{{row}}" } }]""", data: """[{ "row": "a\r\nX-Admin: 1" }]"""), new RecordingHandler(_ => (200, "")));

        var error = await Assert.ThrowsAsync<LoadRequestException>(async () => await run.RunAsync(Iteration(0)));

        Assert.Equal("header X-Name", error.Kind);
    }

    [Fact]
    public async Task A_setup_that_fails_offers_no_load()
    {
        var error = await Assert.ThrowsAsync<LoadScenarioException>(() => StartAsync(ScenarioText.Of("""[{ "method": "GET", "path": "/" }]""", SignIn), new RecordingHandler(_ => (401, ""))));

        Assert.StartsWith("shop.load.json: sign in was answered with status 401 in place of 201 [setup / sign in]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_variable_that_is_not_set_is_told_before_any_request()
    {
        var handler = new RecordingHandler(_ => (201, ""));

        var error = await Assert.ThrowsAsync<LoadScenarioException>(() => StartAsync(ScenarioText.Of("""[{ "method": "GET", "path": "/{{env:KEY}}" }]""", SignIn), handler));

        Assert.StartsWith("shop.load.json: the environment variable KEY is not set", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Asked);
    }

    [Fact]
    public async Task A_redirect_is_not_what_was_asked_for()
    {
        using var listener = Listen(out var address);
        var answers = AnswerAsync(listener, context =>
        {
            context.Response.StatusCode = context.Request.Url!.AbsolutePath == "/old" ? 302 : 200;
            context.Response.RedirectLocation = address + "new";
        });
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var run = await ScenarioText.Read(ScenarioText.Of("""[{ "method": "GET", "path": "/old" }]""")).StartAsync(client);

        var error = await Assert.ThrowsAsync<LoadRequestException>(async () => await run.RunAsync(Iteration(0)));

        Assert.Equal("redirected", error.Kind);
        listener.Stop();
        await answers;
    }

    [Fact]
    public async Task A_server_gets_what_the_file_says()
    {
        using var listener = Listen(out var address);
        var seen = new List<string>();
        var answers = AnswerAsync(listener, context =>
        {
            using var reader = new StreamReader(context.Request.InputStream);
            seen.Add($"{context.Request.HttpMethod} {context.Request.RawUrl} {context.Request.Headers["X-Tenant"]} {context.Request.ContentType} {reader.ReadToEnd()}");
            context.Response.StatusCode = 201;
        });
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var run = await ScenarioText.Read(ScenarioText.Of("""[{ "method": "PUT", "path": "/a/{{row}}?x=%20", "headers": { "X-Tenant": "t{{iteration}}" }, "body": { "b": "{{row}}" }, "status": 201 }]""", data: """[{ "row": "ä b" }]""")).StartAsync(client);

        await run.RunAsync(Iteration(4));

        Assert.Equal(["PUT /a/%C3%A4%20b?x=%20 t4 application/json {\"b\":\"ä b\"}"], seen);
        listener.Stop();
        await answers;
    }

    private static LoadIteration Iteration(long number) => new(number, -1, CancellationToken.None);

    private static Task<LoadScenarioRun> StartAsync(string json, RecordingHandler handler) =>
        LoadScenarioRun.StartAsync(ScenarioText.Read(json), new HttpClient(handler) { BaseAddress = new Uri("https://shop.example/") }, name => name == "PASSWORD" ? "s3\"cret" : null, CancellationToken.None);

    private static async Task<string> AskedAsync(string step, long number, string data)
    {
        var handler = new RecordingHandler(_ => (200, ""));
        var run = await StartAsync(ScenarioText.Of($"[{step}]", data: data), handler);
        await run.RunAsync(Iteration(number));
        return Assert.Single(handler.Asked);
    }

    private static HttpListener Listen(out string address)
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        var listener = new HttpListener { Prefixes = { address } };
        listener.Start();
        return listener;
    }

    private static async Task AnswerAsync(HttpListener listener, Action<HttpListenerContext> answer)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                answer(context);
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped: the test is over.
        }
    }
}
