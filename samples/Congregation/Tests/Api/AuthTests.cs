using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Congregation.Data.Seeding;

namespace Congregation.Tests.Api;

public sealed class AuthTests(CongregationApi api) : IClassFixture<CongregationApi>
{
    [Fact]
    public async Task A_token_tells_who_signed_in()
    {
        using var client = await api.SignInAsync();

        var me = await client.GetFromJsonAsync<JsonElement>("/auth/me");

        Assert.Equal("Operator", me.GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_refreshed_token_is_the_same_member()
    {
        using var client = api.CreateClient();
        using var login = await client.PostAsJsonAsync(
            "/auth/login", new { DemoAccount.Church, DemoAccount.Email, DemoAccount.Password });
        var refreshToken = (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("refreshToken").GetString();

        using var refreshed = await client.PostAsJsonAsync("/auth/refresh", new { refreshToken });

        client.DefaultRequestHeaders.Authorization = new("Bearer",
            (await refreshed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        var me = await client.GetFromJsonAsync<JsonElement>("/auth/me");
        Assert.Equal(1, me.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task A_made_up_refresh_token_is_refused()
    {
        using var client = api.CreateClient();

        using var response = await client.PostAsJsonAsync("/auth/refresh", new { refreshToken = "made-up" });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData(DemoAccount.Church, DemoAccount.Email, "wrong-password")]
    [InlineData(DemoAccount.Church, "nobody@grace-chapel.example", DemoAccount.Password)]
    [InlineData("no-such-church", DemoAccount.Email, DemoAccount.Password)]
    [InlineData("hope-community", DemoAccount.Email, DemoAccount.Password)]
    public async Task Anything_wrong_is_refused(string church, string email, string password)
    {
        using var client = api.CreateClient();

        using var response = await client.PostAsJsonAsync("/auth/login", new { church, email, password });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_malformed_request_names_the_field()
    {
        using var client = api.CreateClient();

        using var response = await client.PostAsJsonAsync(
            "/auth/login", new { DemoAccount.Church, Email = "not an address", DemoAccount.Password });

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(problem.GetProperty("errors").TryGetProperty("Email", out _), problem.ToString());
    }

    [Theory]
    [InlineData("/auth/me")]
    [InlineData("/conversations")]
    [InlineData("/conversations/1/messages")]
    [InlineData("/messages/1/deliveries")]
    [InlineData("/billing/invoices")]
    [InlineData("/members")]
    [InlineData("/operations/messages/count?from=2026-01-01T00:00Z&to=2026-02-01T00:00Z")]
    public async Task Nothing_is_shown_without_a_token(string path)
    {
        using var client = api.CreateClient();

        using var response = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Operations_are_closed_to_ordinary_members()
    {
        using var client = await api.SignInAsOrdinaryMemberAsync();

        using var response = await client.GetAsync("/operations/members?phone=%2B15550000001");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
