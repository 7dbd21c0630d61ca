using System.Net;
using System.Runtime.CompilerServices;
using PerfAssert;

namespace Fixtures;

public class Scenarios
{
    [LoadFact(Scenario = "orders.load.json")]
    public HttpClient Smoke() => Shop.Client;

    [LoadFact(Scenario = "orders.load.json", Profile = "stress")]
    public static Task<HttpClient> Stress() => Task.FromResult(Shop.Client);

    [LoadFact(Scenario = "orders.load.json")]
    public async ValueTask<HttpClient> MadeLater()
    {
        await Task.Yield();
        return Shop.Client;
    }

    [NowhereLoadFact(Scenario = "orders.load.json")]
    public HttpClient Skipped() => Shop.Client;
}

public class RefusedScenarios
{
    [LoadFact(Scenario = "orders.load.json")]
    public HttpClient NoClient() => null!;

    [LoadFact(Scenario = "orders.load.json")]
    public Task Request() => Task.CompletedTask;

    [LoadFact(Scenario = "orders.load.json", Rate = 5)]
    public HttpClient Rate() => Shop.Client;

    [LoadFact(Scenario = "orders.load.json", Profile = "smok")]
    public HttpClient NoSuchProfile() => Shop.Client;

    [LoadFact(Scenario = "order.load.json")]
    public HttpClient NoSuchFile() => Shop.Client;

    [LoadFact(Rate = 5, Profile = "smoke")]
    public Task ProfileAlone() => Task.CompletedTask;

    [LoadFact(Scenario = "budgeted.load.json")]
    public HttpClient NoSuchBudget() => Shop.Client;
}

/// <summary>Runs nowhere.</summary>
public sealed class NowhereLoadFactAttribute : LoadFactAttribute
{
    public NowhereLoadFactAttribute([CallerFilePath] string? sourceFile = null, [CallerLineNumber] int sourceLine = 0)
        : base(sourceFile, sourceLine) => Skip = "There is no server.";
}

/// <summary>Answers without a network.</summary>
internal sealed class Shop : HttpMessageHandler
{
    public static HttpClient Client { get; } = new(new Shop()) { BaseAddress = new Uri("http://localhost") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        World.Note($"{request.RequestUri!.AbsolutePath} {request.Headers.Authorization?.Parameter}".TrimEnd());
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{ "token": "abc" }""") });
    }
}
