using System.Net;

namespace PerfTool.Tests.K6;

/// <summary>Answers what <see cref="K6StandIn"/> answers, and keeps what was asked.</summary>
internal sealed class AskingHandler(Func<int> status) : HttpMessageHandler
{
    public List<AskedRequest> Asked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.NonValidated.Select(header => $"{header.Key}: {header.Value}");
        if (request.Content is { } content)
            headers = headers.Append($"Content-Type: {content.Headers.ContentType}");
        Asked.Add(new AskedRequest(
            request.Method.Method, request.RequestUri!.AbsoluteUri, string.Join('\n', headers.Order(StringComparer.Ordinal)),
            AskedRequest.Normal(request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken))));
        return new HttpResponseMessage((HttpStatusCode)status()) { Content = new StringContent(K6StandIn.Answer), RequestMessage = request };
    }
}
