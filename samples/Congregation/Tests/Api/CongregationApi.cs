using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Congregation.Data.Seeding;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Congregation.Tests.Api;

/// <summary>The application over a small seeded database, as of the moment the seeded data ends.</summary>
public sealed class CongregationApi : WebApplicationFactory<Program>
{
    public const string WebhookSecret = "for-tests-only";

    private readonly SeededDatabase _database = new();

    public SeededDatabase Database => _database;

    public async Task<HttpClient> SignInAsync(string email = DemoAccount.Email)
    {
        var client = CreateClient();
        using var response = await client.PostAsJsonAsync(
            "/auth/login", new { Church = DemoAccount.Church, Email = email, DemoAccount.Password });
        response.EnsureSuccessStatusCode();
        var token = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Someone of the first church who is no operator.</summary>
    public Task<HttpClient> SignInAsOrdinaryMemberAsync()
    {
        using var db = _database.CreateContext();
        return SignInAsync(db.Members.First(member => member.ChurchId == 1 && member.Email != DemoAccount.Email).Email);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Congregation", _database.ConnectionString);
        builder.UseSetting("Webhooks:Secret", WebhookSecret);

        // The tests run the queue themselves.
        builder.UseSetting("Delivery:Dispatch", "false");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new TickingClock(Seeder.Today)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _database.Dispose();
    }
}
