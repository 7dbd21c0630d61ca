using System.Globalization;
using CsCheck;
using PerfTool.Cli;
using PerfTool.Comments;

namespace PerfTool.Tests.Comments;

public sealed class CommentTests : IDisposable
{
    private const string Token = "ghs_Zx81k2jq9TOKEN";

    private readonly TemporaryFolder _folder = new();
    private readonly GitHubStandIn _gitHub = new();
    private readonly HastyClock _clock = new();

    public CommentTests() => _folder.Write(Some.File(Some.Failed(), Some.Test("Finds")));

    public void Dispose()
    {
        _gitHub.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_first_run_creates_the_comment()
    {
        var run = await RunAsync();

        Assert.Equal((0, "comment created: https://github.example/acme/shop/pull/42#issuecomment-1\n"), (run.ExitCode, run.Output));
        Assert.Contains("| CartPerf.Totals | FAILED (critical) |", Assert.Single(_gitHub.Comments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_run_updates_it()
    {
        await RunAsync();
        _folder.Write(Some.File(Some.Test("Finds")));

        var run = await RunAsync();

        Assert.StartsWith("comment updated: ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILED", Assert.Single(_gitHub.Comments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_found_behind_a_hundred_others()
    {
        _gitHub.Comments.AddRange(Enumerable.Range(0, 150).Select(i => "comment " + i));
        await RunAsync();

        await RunAsync();

        Assert.Equal(151, _gitHub.Comments.Count);
    }

    [Fact]
    public async Task A_comment_that_quotes_it_is_left_alone()
    {
        await RunAsync();
        var quote = "> " + _gitHub.Comments[0];
        _gitHub.Comments.Insert(0, quote);

        await RunAsync();

        Assert.Equal((2, quote), (_gitHub.Comments.Count, _gitHub.Comments[0]));
    }

    [Fact]
    public async Task Two_jobs_have_a_comment_each()
    {
        await RunAsync();

        await RunAsync("--id", "windows");

        Assert.Equal(2, _gitHub.Comments.Count);
    }

    [Fact]
    public async Task Without_a_token_it_prints_the_comment_and_says_why()
    {
        var run = await RunAsync(Environment(token: null));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("| CartPerf.Totals | FAILED (critical) |", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("not posted: there is no GITHUB_TOKEN\n", run.Error, StringComparison.Ordinal);
        Assert.Empty(_gitHub.Requests);
    }

    [Theory, InlineData(401), InlineData(403)]
    public async Task A_token_that_may_not_write_prints_the_comment_and_says_why(int status)
    {
        _gitHub.Trouble(status, """{"message":"Resource not accessible by integration"}""");

        var run = await RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("| CartPerf.Totals | FAILED (critical) |", run.Output, StringComparison.Ordinal);
        Assert.Contains($"GitHub says {status}: Resource not accessible by integration", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pull_request_that_is_not_there_is_wrong_use()
    {
        _gitHub.Trouble(404);

        Assert.Equal(2, (await RunAsync()).ExitCode);
    }

    [Theory]
    [InlineData(429, "Retry-After", "7", 7)]
    [InlineData(403, "Retry-After", "7", 7)]
    [InlineData(403, "x-ratelimit-reset", "+30", 30)]
    public async Task It_waits_for_as_long_as_a_rate_limit_asks(int status, string header, string value, double seconds)
    {
        var reset = (HastyClock.Now.ToUnixTimeSeconds() + 30).ToString(CultureInfo.InvariantCulture);
        _gitHub.Trouble(status, "{}", (header, value == "+30" ? reset : value), ("x-ratelimit-remaining", "0"));

        var outcome = await PostAsync();

        Assert.Equal("created", outcome.Action);
        Assert.Equal([seconds], _clock.Waits);
    }

    [Fact]
    public async Task It_does_not_wait_for_an_hour()
    {
        _gitHub.Trouble(429, "{}", ("Retry-After", "3600"));

        var fault = await Assert.ThrowsAsync<ToolException>(PostAsync);

        Assert.Equal("GitHub's rate limit is reached; gave up after 1 try, as it asks to wait 3600 s more. Run the step again later.", fault.Message);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task An_error_of_the_servers_is_tried_again()
    {
        _gitHub.Trouble(500).Trouble(503);

        await PostAsync();

        Assert.Equal([2, 4], _clock.Waits);
    }

    [Fact]
    public async Task A_server_that_stays_broken_is_given_up()
    {
        _gitHub.Trouble(500).Trouble(500).Trouble(500).Trouble(500);

        Assert.Equal("GitHub has a problem of its own (500); gave up after 4 tries. Run the step again later.", (await Assert.ThrowsAsync<ToolException>(PostAsync)).Message);
    }

    [Fact]
    public async Task A_comment_whose_answer_was_lost_is_not_posted_twice()
    {
        _gitHub.Trouble(200, "[]").LoseAnswer();

        Assert.Equal("updated", (await PostAsync()).Action);
        Assert.Single(_gitHub.Comments);
    }

    [Theory]
    [InlineData("""{"pull_request":{"number":42}}""", null)]
    [InlineData("""{"issue":{"number":42,"pull_request":{}}}""", null)]
    [InlineData("{}", "refs/pull/42/merge")]
    [InlineData("no json", "refs/pull/42/merge")]
    public async Task The_run_knows_its_pull_request(string gitHubEvent, string? reference)
    {
        var environment = Environment();
        environment["GITHUB_EVENT_PATH"] = _folder.Write("event.json", gitHubEvent);
        environment["GITHUB_REPOSITORY"] = "acme/shop";
        if (reference is not null)
            environment["GITHUB_REF"] = reference;

        await Tool.RunAsync(_folder.Path, environment, "comment");

        Assert.Equal("POST /repos/acme/shop/issues/42/comments", _gitHub.Requests[^1]);
    }

    [Fact]
    public async Task The_token_goes_to_no_address_in_the_clear()
    {
        var environment = Environment();
        environment["GITHUB_API_URL"] = "http://192.0.2.1/";

        var run = await RunAsync(environment);

        Assert.Equal((2, "perftool: GITHUB_API_URL is no https address, and the token goes nowhere else. On GitHub it is https://api.github.com.\n"), (run.ExitCode, run.Error.Split('\n', 2)[1]));
    }

    [Fact]
    public async Task The_token_is_sent()
    {
        await RunAsync();

        Assert.Equal("Bearer " + Token, _gitHub.Authorization);
    }

    // No shorter: the token "tok" is in every "token".
    [Fact]
    public void The_token_is_in_no_output_whatever_the_server_says() => Gen.Select(Gen.Int[0, 4], Gen.Char['!', '~'].Array[8, 40], Gen.String).Sample((trouble, characters, noise) =>
    {
        var token = "t" + new string(characters) + "k";
        var echo = System.Text.Json.JsonSerializer.Serialize(new { message = noise + token + noise, id = 1, body = token, html_url = token });
        using var gitHub = new GitHubStandIn();
        gitHub.Trouble(new[] { 400, 401, 422, 302, 200 }[trouble], trouble == 4 ? "[]" : echo);
        if (trouble == 4)
            gitHub.Trouble(201, echo);
        var environment = new Dictionary<string, string> { ["GITHUB_API_URL"] = gitHub.Address, ["GITHUB_TOKEN"] = token };

        var run = Tool.RunAsync(_folder.Path, environment, "comment", "--repo", "acme/shop", "--pull", "42").GetAwaiter().GetResult();

        Assert.DoesNotContain(token, run.Output + run.Error, StringComparison.Ordinal);
    }, iter: 60, threads: 1);

    [Fact]
    public void The_body_is_no_longer_than_GitHub_takes() => Assert.InRange(
        CommentBody.Render("results", Some.Report([.. Enumerable.Range(0, 2000).Select(i => Some.Failed("Test_with_a_rather_long_name" + i))])).Length, 60_000, CommentBody.MostCharacters);

    private Task<CommentOutcome> PostAsync() => Commenter.PostAsync(
        new Terminal(TextWriter.Null, TextWriter.Null, _folder.Path, Environment().GetValueOrDefault, isTerminal: false), _clock, new PullRequest("acme/shop", 42), CommentBody.Mark("results"), CommentBody.Mark("results") + "\nbody", default);

    private Task<ToolRun> RunAsync(params string[] more) => RunAsync(Environment(), more);

    private Task<ToolRun> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] more) =>
        Tool.RunAsync(_folder.Path, environment, ["comment", "--repo", "acme/shop", "--pull", "42", .. more]);

    private Dictionary<string, string> Environment(string? token = Token)
    {
        var environment = new Dictionary<string, string> { ["GITHUB_API_URL"] = _gitHub.Address };
        if (token is not null)
            environment["GITHUB_TOKEN"] = token;
        return environment;
    }
}
