using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace PerfTool.Tests.Comments;

/// <summary>A server on the loopback that answers as GitHub does, as far as comments go; a script says what goes wrong.</summary>
internal sealed class GitHubStandIn : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Queue<Action<HttpListenerResponse>> _troubles = new();

    public GitHubStandIn()
    {
        // A port that is free: asked for, and taken at once.
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>The pull request's comments.</summary>
    public List<string> Comments { get; } = [];

    /// <summary>Requests, each as "GET /path?query".</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The Authorization header of the last request.</summary>
    public string? Authorization { get; private set; }

    /// <summary>The next request gets this answer.</summary>
    public GitHubStandIn Trouble(int status, string body = "{}", params (string Name, string Value)[] headers)
    {
        _troubles.Enqueue(response =>
        {
            response.StatusCode = status;
            foreach (var (name, value) in headers)
                response.Headers[name] = value;
            Write(response, body);
        });
        return this;
    }

    /// <summary>The next request is carried out, and its answer lost.</summary>
    public GitHubStandIn LoseAnswer()
    {
        _troubles.Enqueue(response => response.StatusCode = 502);
        return this;
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                await AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        Requests.Add($"{request.HttpMethod} {request.Url!.PathAndQuery}");
        Authorization = request.Headers["Authorization"];
        var body = await new StreamReader(request.InputStream).ReadToEndAsync();
        if (_troubles.TryDequeue(out var trouble))
        {
            trouble(response);
            if (response.StatusCode == 502 && request.HttpMethod == "POST")
                Comments.Add(Text(body));
        }
        else if (request.HttpMethod == "GET")
        {
            var page = int.Parse(request.QueryString["page"]!, System.Globalization.CultureInfo.InvariantCulture);
            Write(response, new JsonArray([.. Comments.Select(Comment).Skip((page - 1) * 100).Take(100)]).ToJsonString());
        }
        else if (request.HttpMethod == "POST")
        {
            Comments.Add(Text(body));
            response.StatusCode = 201;
            Write(response, Comment(Comments[^1], Comments.Count - 1).ToJsonString());
        }
        else if (request.HttpMethod != "PATCH")
        {
            response.StatusCode = 404;
        }
        else
        {
            var index = int.Parse(request.Url.Segments[^1], System.Globalization.CultureInfo.InvariantCulture) - 1;
            Comments[index] = Text(body);
            Write(response, Comment(Comments[index], index).ToJsonString());
        }

        response.Close();
    }

    private static string Text(string body) => JsonNode.Parse(body)!["body"]!.GetValue<string>();

    private static JsonNode Comment(string body, int index) => new JsonObject { ["id"] = index + 1, ["body"] = body, ["html_url"] = $"https://github.example/acme/shop/pull/42#issuecomment-{index + 1}" };

    private static void Write(HttpListenerResponse response, string body)
    {
        response.ContentType = "application/json";
        response.OutputStream.Write(Encoding.UTF8.GetBytes(body));
    }
}
