using System.Net;
using System.Text;

namespace PerfAssert.Tests.Loads.Scenarios;

/// <summary>Answers without a network, and keeps what it was asked.</summary>
internal sealed class RecordingHandler(Func<string, (int Status, string Body)> answer) : HttpMessageHandler
{
    public List<string> Asked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = new StringBuilder($"{request.Method} {request.RequestUri!.AbsoluteUri}");
        foreach (var (name, values) in request.Headers.NonValidated)
            text.Append($" {name}={values}");
        if (request.Content is { } content)
            text.Append($" {content.Headers.ContentType} {await content.ReadAsStringAsync(cancellationToken)}");
        Asked.Add(text.ToString());
        var (status, body) = answer(Asked[^1]);
        return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body), RequestMessage = request };
    }
}
