using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Congregation.Api.Delivery;
using Microsoft.Extensions.DependencyInjection;

namespace Congregation.Tests.Api;

public sealed class MessageTests(CongregationApi api) : IClassFixture<CongregationApi>
{
    [Fact]
    public async Task A_posted_message_heads_its_conversation()
    {
        using var client = await api.SignInAsync();

        await PostAsync(client, "The soup is ready.");

        var page = await client.GetFromJsonAsync<List<JsonElement>>($"/conversations/{OwnConversation()}/messages?take=1");
        Assert.Equal("The soup is ready.", page![0].GetProperty("body").GetString());
    }

    [Fact]
    public async Task A_posted_message_is_among_those_I_sent()
    {
        using var client = await api.SignInAsync();

        await PostAsync(client, "Who can drive on Friday?");

        var sent = await client.GetFromJsonAsync<List<JsonElement>>("/members/me/messages");
        Assert.Contains(sent!, message => message.GetProperty("body").GetString() == "Who can drive on Friday?");
    }

    [Fact]
    public async Task Only_members_of_the_church_are_written_to()
    {
        using var client = await api.SignInAsync();
        int own, foreign;
        using (var db = api.Database.CreateContext())
        {
            own = db.Members.First(member => member.ChurchId == 1).Id;
            foreign = db.Members.First(member => member.ChurchId != 1).Id;
        }

        var posted = await PostAsync(client, "Welcome!", own, foreign);

        Assert.Equal(1, posted.GetProperty("deliveriesQueued").GetInt32());
    }

    [Fact]
    public async Task An_empty_message_is_refused()
    {
        using var client = await api.SignInAsync();

        using var response = await client.PostAsJsonAsync(
            $"/conversations/{OwnConversation()}/messages", new { Body = "", Channel = "Sms", Recipients = Array.Empty<int>() });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_delivery_is_queued_then_sent_then_reported_delivered()
    {
        using var client = await api.SignInAsync();
        var posted = await PostAsync(client, "Service starts at ten.", 1);
        var deliveries = $"/messages/{posted.GetProperty("id").GetInt64()}/deliveries";
        var seen = new List<string> { await StatusAsync() };

        await RunQueueAsync();
        seen.Add(await StatusAsync());

        using var report = await PostWebhookAsync("/webhooks/deliveries", new
        {
            ProviderMessageId = ProviderIdOf(posted.GetProperty("id").GetInt64()),
            Delivered = true,
            At = "2026-01-31T12:00:05Z",
        });
        seen.Add(await StatusAsync());

        Assert.Equal(["Queued", "Sent", "Delivered"], seen);

        async Task<string> StatusAsync() =>
            (await client.GetFromJsonAsync<List<JsonElement>>(deliveries))!.Single().GetProperty("status").GetString()!;
    }

    [Theory]
    [InlineData("/webhooks/deliveries")]
    [InlineData("/webhooks/payments")]
    public async Task A_webhook_without_the_secret_is_refused(string path)
    {
        using var client = api.CreateClient();

        using var response = await client.PostAsJsonAsync(path, new
        {
            ProviderMessageId = "pm-1", Delivered = true, InvoiceNumber = "INV-1", Succeeded = true, At = "2026-01-31T12:00:00Z",
        });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_report_on_an_unknown_delivery_is_not_found()
    {
        using var response = await PostWebhookAsync(
            "/webhooks/deliveries", new { ProviderMessageId = "pm-unknown", Delivered = true, At = "2026-01-31T12:00:00Z" });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private int OwnConversation()
    {
        using var db = api.Database.CreateContext();
        return db.Conversations.First(conversation => conversation.ChurchId == 1).Id;
    }

    private async Task<JsonElement> PostAsync(HttpClient client, string body, params int[] recipients)
    {
        using var response = await client.PostAsJsonAsync(
            $"/conversations/{OwnConversation()}/messages", new { body, Channel = "Sms", recipients });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task RunQueueAsync()
    {
        using var scope = api.Services.CreateScope();
        var batch = scope.ServiceProvider.GetRequiredService<DeliveryBatch>();
        await batch.RunAsync(size: 1_000, CancellationToken.None);
    }

    private string? ProviderIdOf(long messageId)
    {
        using var db = api.Database.CreateContext();
        return db.Deliveries.Single(delivery => delivery.MessageId == messageId).ProviderMessageId;
    }

    private async Task<HttpResponseMessage> PostWebhookAsync(string path, object receipt)
    {
        using var client = api.CreateClient();
        client.DefaultRequestHeaders.Add("X-Webhook-Secret", CongregationApi.WebhookSecret);
        return await client.PostAsJsonAsync(path, receipt);
    }
}
