using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Congregation.Tests.Api;

public sealed class ConversationTests(CongregationApi api) : IClassFixture<CongregationApi>
{
    [Fact]
    public async Task The_inbox_shows_the_liveliest_first()
    {
        using var client = await api.SignInAsync();

        var inbox = await client.GetFromJsonAsync<List<JsonElement>>("/conversations?take=10");

        var times = inbox!.ConvertAll(conversation => conversation.GetProperty("lastMessageAt").GetDateTime());
        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public async Task The_next_page_begins_where_this_one_ends()
    {
        using var client = await api.SignInAsync();
        var both = await client.GetFromJsonAsync<List<JsonElement>>("/conversations?take=10");

        var before = Uri.EscapeDataString(both![4].GetProperty("lastMessageAt").GetString()!);
        var second = await client.GetFromJsonAsync<List<JsonElement>>($"/conversations?take=5&before={before}");

        Assert.Equal(both.Skip(5).Select(Id), second!.Select(Id));
    }

    [Fact]
    public async Task An_opened_conversation_is_found_where_the_answer_says()
    {
        using var client = await api.SignInAsync();

        using var opened = await client.PostAsJsonAsync("/conversations", new { Title = "Harvest supper", Kind = "Group" });

        var found = await client.GetFromJsonAsync<JsonElement>(opened.Headers.Location);
        Assert.Equal("Harvest supper", found.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("""{ "title": "", "kind": "Group" }""")]
    [InlineData("""{ "title": "Supper", "kind": 17 }""")]
    [InlineData("""{ "title": "Supper", "kind": "Committee" }""")]
    public async Task A_conversation_that_makes_no_sense_is_refused(string json)
    {
        using var client = await api.SignInAsync();

        using var response = await client.PostAsync(
            "/conversations", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/messages")]
    public async Task Another_churchs_conversation_is_not_found(string path)
    {
        using var client = await api.SignInAsync();
        int foreign;
        using (var db = api.Database.CreateContext())
            foreign = db.Conversations.First(conversation => conversation.ChurchId != 1).Id;

        using var response = await client.GetAsync($"/conversations/{foreign}{path}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static int Id(JsonElement conversation) => conversation.GetProperty("id").GetInt32();
}
