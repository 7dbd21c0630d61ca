using Congregation.Data.Seeding;
using Congregation.Data.Services;
using PerfAssert;

namespace Congregation.PerfTests;

public sealed class BillingServicePerf(FullDatabase database) : IClassFixture<FullDatabase>
{
    [PerfFact]
    public async Task<int> Active_subscriptions_of_the_largest_church()
    {
        await using var db = database.CreateContext();
        return (await new BillingService(db).ActiveSubscriptionsAsync(FullDatabase.LargestChurch)).Count;
    }

    [PerfFact]
    public async Task<int> Latest_invoices_of_the_largest_church()
    {
        await using var db = database.CreateContext();
        var today = DateOnly.FromDateTime(Seeder.Today);
        return (await new BillingService(db).InvoicesAsync(FullDatabase.LargestChurch, today, take: 50)).Count;
    }
}
