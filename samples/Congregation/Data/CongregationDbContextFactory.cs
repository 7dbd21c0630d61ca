using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Congregation.Data;

/// <summary>Lets <c>dotnet ef</c> see the model without starting the application.</summary>
internal sealed class CongregationDbContextFactory : IDesignTimeDbContextFactory<CongregationDbContext>
{
    public CongregationDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CongregationDbContext>();
        options.UseCongregationDatabase(DatabaseProvider.Sqlite, "Data Source=design.db");
        return new CongregationDbContext(options.Options);
    }
}
