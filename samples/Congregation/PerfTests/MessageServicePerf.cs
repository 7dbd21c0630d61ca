using Congregation.Data.Seeding;
using Congregation.Data.Services;
using PerfAssert;

namespace Congregation.PerfTests;

public sealed class MessageServicePerf(FullDatabase database) : IClassFixture<FullDatabase>
{
    // Some 700 messages: the busiest has six times as many, spread over more memory than a shared cache holds steadily.
    private const int BusyConversation = 3;

    [PerfTheory]
    [InlineData(20)]
    [InlineData(100)]
    public async Task<int> Latest_page_of_a_busy_conversation(int take)
    {
        await using var db = database.CreateContext();
        return (await new MessageService(db).PageAsync(BusyConversation, Seeder.Today, take)).Count;
    }

    [PerfFact]
    public async Task<int> What_a_member_sent_this_year()
    {
        await using var db = database.CreateContext();
        return (await new MessageService(db).SentByAsync(memberId: 1, Seeder.Today.AddYears(-1), take: 50)).Count;
    }
}
