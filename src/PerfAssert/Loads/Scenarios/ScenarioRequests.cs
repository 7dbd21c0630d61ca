using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PerfAssert.Loads.Scenarios;

/// <summary>Sends a scenario's steps, and reads their answers.</summary>
/// <param name="client">Sends.</param>
/// <param name="address">What paths are appended to.</param>
/// <param name="environment">The environment variables that steps refer to.</param>
internal sealed class ScenarioRequests(HttpClient client, string address, IReadOnlyDictionary<string, LoadValue> environment)
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    // What is in the file is sent: Uri would otherwise take dots out of paths, which k6 does not.
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Sends a step's request and adds what is extracted of its answer.</summary>
    public async ValueTask SendAsync(LoadScenarioStep step, Dictionary<string, LoadValue> variables, CancellationToken cancellation)
    {
        using var request = Create(step, variables);
        var uri = request.RequestUri;
        using var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
        if (response.RequestMessage?.RequestUri is { } answered && answered != uri)
            throw new LoadRequestException("redirected", $"{step.Name} was redirected to {answered.GetLeftPart(UriPartial.Path)}, and a scenario follows no redirects: ask there at once, or expect the redirect's status and set AllowAutoRedirect = false.");
        var status = (int)response.StatusCode;
        if (!step.Expects(status))
            throw new LoadRequestException(string.Create(CultureInfo.InvariantCulture, $"status {status}"), string.Create(CultureInfo.InvariantCulture, $"{step.Name} was answered with status {status} in place of {(step.Status is { } expected ? expected.ToString(CultureInfo.InvariantCulture) : "one from 200 to 299")}"));
        if (!step.Extract.IsEmpty)
            Extract(step, await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false), variables);
    }

    private HttpRequestMessage Create(LoadScenarioStep step, Dictionary<string, LoadValue> variables)
    {
        var request = new HttpRequestMessage(new HttpMethod(step.Method), new Uri(address + Render(step.Path, variables, (part, value) => Uri.EscapeDataString(value.Text)), s_asWritten));
        foreach (var (name, text) in step.Headers)
        {
            var value = Render(text, variables, (part, value) => value.Text);
            if (value.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0)
                throw new LoadRequestException("header " + name, $"{step.Name}: the header {name} would hold a control character, such as a line break");
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (step.Body is { } body)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Render(body, variables, InBody))) { Headers = { ContentType = s_json } };
        return request;
    }

    private string Render(LoadText text, Dictionary<string, LoadValue> variables, Func<LoadTextPart, LoadValue, string> write)
    {
        if (text.Parts is [{ Kind: LoadTextKind.Literal } only])
            return only.Text;
        var result = new StringBuilder();
        foreach (var part in text.Parts)
        {
            result.Append(part.Kind switch
            {
                LoadTextKind.Variable => write(part, variables[part.Text]),
                LoadTextKind.Environment => write(part, environment[part.Text]),
                _ => part.Text,
            });
        }

        return result.ToString();
    }

    private static string InBody(LoadTextPart part, LoadValue value) =>
        (part.IsWholeValue, value.IsText) switch
        {
            (true, false) => value.Text,
            (true, true) => ScenarioJson.Quote(value.Text),
            _ => ScenarioJson.Quote(value.Text)[1..^1],
        };

    private static void Extract(LoadScenarioStep step, byte[] body, Dictionary<string, LoadValue> variables)
    {
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(body);
            foreach (var (name, path) in step.Extract)
                variables[name] = ScenarioJson.Find(json.RootElement, path) ?? throw new LoadRequestException($"no {path}", $"{step.Name}: the answer has no text, number or boolean at {path}");
        }
        catch (JsonException e)
        {
            throw new LoadRequestException("no JSON", $"{step.Name}: the answer is no JSON: {e.Message}");
        }
        finally
        {
            json?.Dispose();
        }
    }
}
