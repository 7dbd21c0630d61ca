using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PerfMonitor.AspNetCore.Tests.SlowQueryPages;

public sealed class AccessTests
{
    private const string Url = "/api/debug/slow-queries";

    [Theory]
    [InlineData(Url)]
    [InlineData(Url + "/metrics")]
    public async Task Outside_development_nobody_gets_in_without_a_policy(string url)
    {
        await using var app = await StartAsync("Production", null);

        using var response = await app.Client.GetAsync(url);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_fallback_route_does_not_answer_for_a_closed_endpoint()
    {
        await using var app = await TestApp.StartAsync(Budgets.Of(), app =>
        {
            app.MapSlowQueries();
            app.MapFallback(() => "the app");
        });

        using var response = await app.Client.GetAsync(Url);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("Production", Url)]
    [InlineData("Production", Url + "/metrics")]
    [InlineData("Development", Url)]
    public async Task A_policy_keeps_an_anonymous_caller_out(string environment, string url)
    {
        await using var app = await StartAsync(environment, "operators");

        using var response = await app.Client.GetAsync(url);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("guest", HttpStatusCode.Forbidden)]
    [InlineData("operator", HttpStatusCode.OK)]
    public async Task A_policy_lets_in_whom_it_names(string role, HttpStatusCode expected)
    {
        await using var app = await StartAsync("Production", "operators");
        app.Client.DefaultRequestHeaders.Add(RoleHeader.Name, role);

        using var response = await app.Client.GetAsync(Url);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task In_development_they_are_open()
    {
        await using var app = await StartAsync("Development", null);

        using var response = await app.Client.GetAsync(Url);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("Production", null, "is closed in Production")]
    [InlineData("Production", "operators", "is guarded by the policy 'operators'")]
    [InlineData("Development", null, "is open to everybody")]
    public async Task The_log_says_at_start_up_who_gets_in(string environment, string? policy, string expected)
    {
        await using var app = await StartAsync(environment, policy);

        Assert.Contains(expected, Assert.Single(app.Log.Ours), StringComparison.Ordinal);
    }

    private static Task<TestApp> StartAsync(string environment, string? policy) => TestApp.StartAsync(
        Budgets.Of(),
        app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapSlowQueries(policy);
        },
        services =>
        {
            services.AddAuthentication(RoleHeader.Name).AddScheme<AuthenticationSchemeOptions, RoleHeader>(RoleHeader.Name, null);
            services.AddAuthorizationBuilder().AddPolicy("operators", builder => builder.RequireRole("operator"));
        },
        environment);

    private sealed class RoleHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public const string Name = "X-Role";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers.TryGetValue(Name, out var role)
                ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role.ToString())], Name)), Name))
                : AuthenticateResult.NoResult());
    }
}
