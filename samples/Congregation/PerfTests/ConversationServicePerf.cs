using Congregation.Data.Seeding;
using Congregation.Data.Services;
using PerfAssert;

namespace Congregation.PerfTests;

public sealed class ConversationServicePerf(FullDatabase database) : IClassFixture<FullDatabase>
{
    /// <summary>One command, whatever the number of conversations: a query for each of them would be an N+1, and fails also in a Debug build.</summary>
    [PerfFact(MaxCommands = 1, NoFullScan = true, Budget = "conversations.list")]
    public async Task<int> Inbox_of_the_largest_church()
    {
        await using var db = database.CreateContext();
        return (await new ConversationService(db).InboxAsync(FullDatabase.LargestChurch, Seeder.Today, take: 25)).Count;
    }
}
