using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using PerfTool.Cli;

namespace PerfTool.Comments;

/// <summary>GitHub's REST API, as far as one comment needs it. The token goes into the request's header and nowhere else.</summary>
internal sealed class GitHubComments : IDisposable
{
    private const int PageSize = 100;

    /// <summary>A pull request with more comments than this has other problems than ours.</summary>
    private const int MostPages = 50;

    private readonly HttpClient _client;
    private readonly TimeProvider _time;
    private readonly string _token;

    /// <summary>Creates a client.</summary>
    /// <exception cref="ToolException">The address is none, or would carry the token in the clear; or the token is none.</exception>
    public GitHubComments(string address, string token, TimeProvider time)
    {
        if (!Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            throw new ToolException("GITHUB_API_URL is no https address, and the token goes nowhere else. On GitHub it is https://api.github.com.");
        if (token.Any(c => c is <= ' ' or > '~'))
            throw new ToolException("GITHUB_TOKEN holds characters that no token has. Set it anew.");
        _time = time;
        _token = token;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = uri, Timeout = TimeSpan.FromSeconds(30) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.github+json"));
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("perftool", "1"));
        _client.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
    }

    /// <summary>Updates the comment that begins with the mark, or creates it.</summary>
    /// <exception cref="TransientFault">It may go better in a while.</exception>
    /// <exception cref="ToolException">It will not.</exception>
    public async Task<CommentOutcome> PutAsync(PullRequest pull, string mark, string body, CancellationToken cancellationToken)
    {
        var known = await FindAsync(pull, mark, cancellationToken).ConfigureAwait(false);
        var written = await SendAsync<Comment>(
            known is null ? HttpMethod.Post : HttpMethod.Patch,
            known is null ? $"repos/{pull.Repository}/issues/{pull.Number}/comments" : string.Create(CultureInfo.InvariantCulture, $"repos/{pull.Repository}/issues/comments/{known}"),
            new { body }, cancellationToken).ConfigureAwait(false);
        return new CommentOutcome(known is null ? "created" : "updated", written.HtmlUrl is { } url ? Safe(url) : null);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<long?> FindAsync(PullRequest pull, string mark, CancellationToken cancellationToken)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var comments = await SendAsync<Comment[]>(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"repos/{pull.Repository}/issues/{pull.Number}/comments?per_page={PageSize}&page={page}"), null, cancellationToken).ConfigureAwait(false);
            // At its very beginning: whoever quotes the comment has other characters before it.
            if (comments.FirstOrDefault(comment => comment.Body?.StartsWith(mark, StringComparison.Ordinal) == true) is { } ours)
                return ours.Id;
            if (comments.Length < PageSize)
                return null;
        }

        return null;
    }

    private async Task<T> SendAsync<T>(HttpMethod method, string address, object? content, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, address) { Content = content is null ? null : JsonContent.Create(content) };
            using var response = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadFromJsonAsync<T>(cancellationToken).ConfigureAwait(false) ?? throw new ToolException("GitHub answered with nothing.");
            throw await FaultAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new TransientFault($"GitHub cannot be reached ({Safe(e.Message)})", null, e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientFault("GitHub did not answer in time", null, e);
        }
        catch (JsonException e)
        {
            throw new ToolException("What answers at GITHUB_API_URL is not GitHub's API: its answer is not understood.", e);
        }
    }

    private async Task<Exception> FaultAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var said = await SaidAsync(response, cancellationToken).ConfigureAwait(false);
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new TransientFault("GitHub's rate limit is reached", WaitOf(response)),
            HttpStatusCode.Forbidden when WaitOf(response) is { } wait => new TransientFault("GitHub's rate limit is reached", wait),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new NotAllowedException($"GitHub says {status}{said}"),
            HttpStatusCode.NotFound => new ToolException("GitHub knows no such pull request, or the token may not see it (404). Check --repo and --pull."),
            >= HttpStatusCode.InternalServerError => new TransientFault($"GitHub has a problem of its own ({status})"),
            _ => new ToolException($"GitHub refused the comment ({status}{said})."),
        };
    }

    /// <summary>What the server asks for: a span, or the time at which its limit is lifted; null where it asks for nothing.</summary>
    private TimeSpan? WaitOf(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is { } retry)
            return retry.Delta ?? retry.Date - _time.GetUtcNow();
        if (First("x-ratelimit-remaining") == "0" && long.TryParse(First("x-ratelimit-reset"), CultureInfo.InvariantCulture, out var reset) && reset is > 0 and < 253402300800)
            return DateTimeOffset.FromUnixTimeSeconds(reset) - _time.GetUtcNow();
        return null;

        string? First(string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
    }

    private async Task<string> SaidAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<Problem>(cancellationToken).ConfigureAwait(false);
            return problem?.Message is { Length: > 0 } message ? ": " + Safe(message) : "";
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or NotSupportedException or InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>Words of others in one short line, without the token, whoever repeats it.</summary>
    private string Safe(string text)
    {
        var line = Reports.TestWords.Plain(text.Replace(_token, "***", StringComparison.Ordinal)).Trim();
        return line.Length > 200 ? line[..200] + "…" : line;
    }

    private sealed record Comment([property: JsonPropertyName("id")] long Id, [property: JsonPropertyName("body")] string? Body, [property: JsonPropertyName("html_url")] string? HtmlUrl);

    private sealed record Problem([property: JsonPropertyName("message")] string? Message);
}
