using Microsoft.EntityFrameworkCore;

namespace Congregation.Data.Seeding;

/// <summary>Fills an empty database with made-up churches: the same rows for the same plan, on every machine.</summary>
public sealed class Seeder(CongregationDbContext db)
{
    private const int ReportEvery = 500;

    /// <summary>The moment at which the seeded data ends; ask for "today's" rows as of this.</summary>
    public static DateTime Today => SeedRows.Today;

    /// <returns>How many rows were written; none if the database has churches already.</returns>
    public int Seed(SeedPlan plan, IProgress<SeedProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (db.Churches.Any())
            return 0;

        var rows = new SeedRows(plan);
        db.Database.OpenConnection();
        try
        {
            // One transaction: a seeding that is interrupted leaves nothing behind.
            using var transaction = db.Database.BeginTransaction();
            Write(rows.Churches(), plan.Churches, progress, cancellationToken);
            Write(rows.Members(), plan.Members, progress, cancellationToken);
            Write(rows.Subscriptions(), plan.Subscriptions, progress, cancellationToken);
            Write(rows.Invoices(), plan.Invoices, progress, cancellationToken);
            Write(rows.Conversations(), plan.Conversations, progress, cancellationToken);
            Write(rows.Messages(), plan.Messages, progress, cancellationToken);
            Write(rows.Deliveries(), plan.Deliveries, progress, cancellationToken);
            if (db.Database.IsNpgsql())
                MoveSequencesPastSeededIds();
            transaction.Commit();
        }
        finally
        {
            db.Database.CloseConnection();
        }

        return plan.Total;
    }

    private void Write<TEntity>(
        IEnumerable<TEntity> entities, int total, IProgress<SeedProgress>? progress, CancellationToken cancellationToken)
        where TEntity : class
    {
        var table = db.Model.FindEntityType(typeof(TEntity))!.GetTableName()!;
        using var insert = new BulkInsert<TEntity>(db);
        var written = 0;
        progress?.Report(new SeedProgress(table, 0, total));
        foreach (var entity in entities)
        {
            insert.Write(entity);
            if (++written % ReportEvery == 0 && written < total)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new SeedProgress(table, written, total));
            }
        }

        insert.Complete();
        progress?.Report(new SeedProgress(table, total, total));
    }

    /// <summary>PostgreSQL counts its own ids and does not notice ours.</summary>
    private void MoveSequencesPastSeededIds()
    {
        foreach (var table in db.Model.GetEntityTypes().Select(entityType => entityType.GetTableName()!))
        {
            var sql = $"""SELECT setval(pg_get_serial_sequence('"{table}"', 'Id'), (SELECT max("Id") FROM "{table}"))""";
            db.Database.ExecuteSqlRaw(sql);
        }
    }
}
