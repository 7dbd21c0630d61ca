using System.Net.Http.Json;
using System.Text.Json;
using Congregation.Data.Entities;

namespace Congregation.Tests.Api;

public sealed class BillingTests(CongregationApi api) : IClassFixture<CongregationApi>
{
    [Fact]
    public async Task Only_active_subscriptions_of_the_church_are_listed()
    {
        using var client = await api.SignInAsync();

        var listed = await client.GetFromJsonAsync<List<JsonElement>>("/billing/subscriptions");

        using var db = api.Database.CreateContext();
        var active = db.Subscriptions
            .Where(subscription => subscription.ChurchId == 1 && subscription.Status == SubscriptionStatus.Active)
            .Select(subscription => subscription.Id)
            .ToList();
        Assert.Equal(active.Order(), listed!.Select(subscription => subscription.GetProperty("id").GetInt32()).Order());
    }

    [Fact]
    public async Task Invoices_are_listed_newest_first()
    {
        using var client = await api.SignInAsync();

        var invoices = await client.GetFromJsonAsync<List<JsonElement>>("/billing/invoices?take=20");

        var dates = invoices!.ConvertAll(invoice => invoice.GetProperty("issuedOn").GetString());
        Assert.Equal(dates.OrderDescending(), dates);
    }

    [Fact]
    public async Task A_reported_payment_settles_the_invoice()
    {
        string number;
        using (var db = api.Database.CreateContext())
            number = db.Invoices.First(invoice => invoice.Status == InvoiceStatus.PaymentFailed).Number;
        using var client = api.CreateClient();
        client.DefaultRequestHeaders.Add("X-Webhook-Secret", CongregationApi.WebhookSecret);

        using var response = await client.PostAsJsonAsync(
            "/webhooks/payments", new { InvoiceNumber = number, Succeeded = true, At = "2026-01-31T12:00:00Z" });

        using var after = api.Database.CreateContext();
        Assert.Equal(InvoiceStatus.Paid, after.Invoices.Single(invoice => invoice.Number == number).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task A_page_has_between_1_and_200_rows(int take)
    {
        using var client = await api.SignInAsync();

        using var response = await client.GetAsync($"/billing/invoices?take={take}");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }
}
