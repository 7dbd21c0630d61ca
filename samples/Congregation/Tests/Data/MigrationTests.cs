using Congregation.Data;
using Congregation.Data.Seeding;
using Congregation.Data.Services;
using Microsoft.EntityFrameworkCore;

namespace Congregation.Tests.Data;

public sealed class MigrationTests
{
    /// <summary>Fails after a change of the model without a migration, and after a migration that names one provider's types.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=:memory:")]
    [InlineData(DatabaseProvider.PostgreSql, "Host=nowhere.invalid")]
    public void The_one_snapshot_is_the_model_of_either_provider(DatabaseProvider provider, string connectionString)
    {
        using var db = Open(provider, connectionString);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [PostgreSqlFact]
    public async Task A_migrated_PostgreSql_database_can_be_seeded_and_written_to()
    {
        using var db = Open(DatabaseProvider.PostgreSql, PostgreSqlFactAttribute.NewDatabase());
        db.Database.Migrate();
        try
        {
            new Seeder(db).Seed(SeedPlan.Small);

            var opened = await new ConversationService(db).OpenAsync(
                1, "After the seeding", Congregation.Data.Entities.ConversationKind.Group, Seeder.Today);

            Assert.Equal(SeedPlan.Small.Conversations + 1, opened.Id);
        }
        finally
        {
            db.Database.EnsureDeleted();
        }
    }

    private static CongregationDbContext Open(DatabaseProvider provider, string connectionString)
    {
        var options = new DbContextOptionsBuilder<CongregationDbContext>();
        options.UseCongregationDatabase(provider, connectionString);
        return new CongregationDbContext(options.Options);
    }
}
