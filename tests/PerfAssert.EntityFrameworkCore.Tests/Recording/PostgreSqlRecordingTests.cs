using Microsoft.EntityFrameworkCore;
using PerfAssert.EntityFrameworkCore.Tests.Shop;
using PerfTooling.Shared;

namespace PerfAssert.EntityFrameworkCore.Tests.Recording;

/// <summary>What another provider's readers tell.</summary>
public class PostgreSqlRecordingTests(PostgreSqlShop shop) : IClassFixture<PostgreSqlShop>
{
    [PostgreSqlFact]
    public async Task All_rows_of_a_list_are_counted() => Assert.Equal((1, 20), await RecordAsync(db => db.Orders.ToListAsync()));

    [PostgreSqlFact]
    public async Task No_rows_are_none() => Assert.Equal((1, 0), await RecordAsync(db => db.Orders.Where(order => order.Status == 99).ToListAsync()));

    [PostgreSqlFact]
    public async Task A_single_row_is_one() => Assert.Equal((1, 1), await RecordAsync(db => db.Orders.SingleAsync(order => order.Id == 3)));

    [PostgreSqlFact]
    public async Task A_split_query_is_several_commands() => Assert.Equal((2, 80), await RecordAsync(db => db.Orders.AsSplitQuery().Include(order => order.Lines).ToListAsync()));

    [PostgreSqlFact]
    public async Task A_batch_of_changes_is_one_command_that_reads_their_keys() => Assert.Equal((1, 3), await RecordAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.AddRange(new Customer { Email = "a" }, new Customer { Email = "b" }, new Customer { Email = "c" });
        await db.SaveChangesAsync();
        await transaction.RollbackAsync();
    }));

    private async Task<(int Commands, long Rows)> RecordAsync(Func<ShopContext, Task> query)
    {
        // The server starts with the first context, and creates its rows.
        _ = shop.Connection;
        using var sql = SqlRecording.Start();
        await using (var db = shop.Context())
            await query(db);
        return (sql.Commands.Count, sql.Rows);
    }
}
