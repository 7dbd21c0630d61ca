using System.Security.Cryptography;
using System.Text;
using Congregation.Data;
using Congregation.Data.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Congregation.Tests.Data;

public sealed class SeederTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    [Fact]
    public void Writes_as_many_rows_as_planned()
    {
        using var db = Seed();

        var written = new SeedPlan(
            db.Churches.Count(), db.Members.Count(), db.Subscriptions.Count(), db.Invoices.Count(),
            db.Conversations.Count(), db.ConversationMessages.Count(), db.Deliveries.Count());

        Assert.Equal(SeedPlan.Small, written);
    }

    /// <summary>
    /// The fingerprint is written down because recorded performance baselines are only comparable over these very rows:
    /// whoever changes the seeder changes it here and records the baselines anew.
    /// </summary>
    [Fact]
    public void Writes_the_same_rows_on_every_machine()
    {
        using var db = Seed();

        Assert.Equal("e20ecaab874b803d8b35ff7f588a36cb66f929f5b1c4ab0ccfd4e87358d01cdf", Fingerprint(db));
    }

    [Fact]
    public void Leaves_a_database_alone_that_has_churches()
    {
        using var db = Seed();

        Assert.Equal(0, new Seeder(db).Seed(SeedPlan.Small));
    }

    [Fact]
    public void Leaves_nothing_behind_when_interrupted()
    {
        using var db = _database.CreateContext();
        using var interruption = new CancellationTokenSource();
        var onMessages = new Callback(progress =>
        {
            if (progress.Table == "ConversationMessages")
                interruption.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() => new Seeder(db).Seed(SeedPlan.Small, onMessages, interruption.Token));

        Assert.Empty(db.Churches);
    }

    [Fact]
    public void Reports_every_table_to_its_end()
    {
        using var db = _database.CreateContext();
        var finished = new List<string>();

        new Seeder(db).Seed(SeedPlan.Small, new Callback(progress =>
        {
            if (progress.Written == progress.Total)
                finished.Add(progress.Table);
        }));

        Assert.Equal(db.Model.GetEntityTypes().Select(type => type.GetTableName()).Order(), finished.Order());
    }

    [Fact]
    public void A_conversation_ends_with_its_last_message()
    {
        using var db = Seed();

        var wrong = db.Conversations.Where(conversation =>
            db.ConversationMessages.Any(message =>
                message.ConversationId == conversation.Id && message.CreatedAt > conversation.LastMessageAt));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Messages_are_sent_by_members_of_their_church()
    {
        using var db = Seed();

        var foreign = db.ConversationMessages.Where(message => message.Sender.ChurchId != message.Conversation.ChurchId);

        Assert.Empty(foreign);
    }

    [Fact]
    public void Invoices_belong_to_the_church_of_their_subscription()
    {
        using var db = Seed();

        Assert.Empty(db.Invoices.Where(invoice => invoice.ChurchId != invoice.Subscription.ChurchId));
    }

    public void Dispose() => _database.Dispose();

    private CongregationDbContext Seed()
    {
        var db = _database.CreateContext();
        new Seeder(db).Seed(SeedPlan.Small);
        return db;
    }

    private static string Fingerprint(CongregationDbContext db)
    {
        var rows = new StringBuilder();
        foreach (var entityType in db.Model.GetEntityTypes().OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"""SELECT * FROM "{entityType.GetTableName()}" ORDER BY "Id" """;
            db.Database.OpenConnection();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                    rows.Append(reader.IsDBNull(column) ? "" : reader.GetString(column)).Append('|');
                rows.Append('\n');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rows.ToString())));
    }

    private sealed class Callback(Action<SeedProgress> report) : IProgress<SeedProgress>
    {
        public void Report(SeedProgress value) => report(value);
    }
}
