using Congregation.Data.Seeding;
using Congregation.Data.Services;
using PerfAssert;

namespace Congregation.PerfTests;

public sealed class DeliveryServicePerf(FullDatabase database) : IClassFixture<FullDatabase>
{
    [PerfFact]
    public async Task<int> Next_batch_of_the_queue()
    {
        await using var db = database.CreateContext();
        return (await new DeliveryService(db).DueAsync(Seeder.Today, take: 100)).Count;
    }
}
