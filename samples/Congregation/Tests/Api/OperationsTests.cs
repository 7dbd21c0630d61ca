using System.Net.Http.Json;
using System.Text.Json;
using Congregation.Data.Entities;

namespace Congregation.Tests.Api;

public sealed class OperationsTests(CongregationApi api) : IClassFixture<CongregationApi>
{
    [Fact]
    public async Task A_phone_number_finds_its_owner_in_any_church()
    {
        Member member;
        using (var db = api.Database.CreateContext())
            member = db.Members.First(member => member.ChurchId == 3);
        using var client = await api.SignInAsync();

        var owners = await client.GetFromJsonAsync<List<JsonElement>>(
            $"/operations/members?phone={Uri.EscapeDataString(member.PhoneNumber)}");

        Assert.Equal(member.Id, owners!.Single().GetProperty("memberId").GetInt32());
    }

    [Fact]
    public async Task Messages_are_counted_up_to_but_not_including_the_end()
    {
        using var client = await api.SignInAsync();
        DateTime from, to;
        using (var db = api.Database.CreateContext())
        {
            from = db.ConversationMessages.Single(message => message.Id == 11).CreatedAt;
            to = db.ConversationMessages.Single(message => message.Id == 21).CreatedAt;
        }

        var count = await client.GetFromJsonAsync<int>($"/operations/messages/count?from={from:O}&to={to:O}");

        Assert.Equal(10, count);
    }

    [Fact]
    public async Task Ending_trials_are_those_still_on_trial()
    {
        using var client = await api.SignInAsync();

        var trials = await client.GetFromJsonAsync<List<JsonElement>>("/operations/trials?from=2020-01-01&until=2030-01-01");

        using var db = api.Database.CreateContext();
        Assert.Equal(db.Subscriptions.Count(subscription => subscription.Status == SubscriptionStatus.Trialing), trials!.Count);
    }

    [Fact]
    public async Task Issued_invoices_include_both_ends_of_the_period()
    {
        using var client = await api.SignInAsync();
        DateOnly day;
        int issued;
        using (var db = api.Database.CreateContext())
        {
            day = db.Invoices.First().IssuedOn;
            issued = db.Invoices.Count(invoice => invoice.IssuedOn == day);
        }

        var invoices = await client.GetFromJsonAsync<List<JsonElement>>($"/operations/invoices?from={day:O}&until={day:O}");

        Assert.Equal(issued, invoices!.Count);
    }
}
