using Congregation.Data.Seeding;
using Congregation.Data.Services;
using PerfAssert;

namespace Congregation.PerfTests;

public sealed class ConversationServicePerf(FullDatabase database) : IClassFixture<FullDatabase>
{
    [PerfFact]
    public async Task<int> Inbox_of_the_largest_church()
    {
        await using var db = database.CreateContext();
        return (await new ConversationService(db).InboxAsync(FullDatabase.LargestChurch, Seeder.Today, take: 25)).Count;
    }
}
