using Congregation.Data.Seeding;
using Congregation.Data.Services;
using PerfAssert.EntityFrameworkCore;

namespace Congregation.PerfTests;

/// <summary>What <c>MaxCommands = 1</c> on the inbox is there to catch, recorded in an ordinary test.</summary>
public sealed class NPlusOneTests(FullDatabase database) : IClassFixture<FullDatabase>
{
    [Fact]
    public async Task A_query_for_each_conversation_of_the_inbox_shows_as_one_statement_sent_25_times()
    {
        using var sql = SqlRecording.Start();
        await using var db = database.CreateContext();
        var service = new ConversationService(db);
        foreach (var conversation in await service.InboxAsync(FullDatabase.LargestChurch, Seeder.Today, take: 25))
            await service.FindAsync(FullDatabase.LargestChurch, conversation.Id);

        Assert.Equal([25, 1], sql.Statements.Select(statement => statement.Times));
    }
}
