using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace PerfAnalyzers.Tests.EfModel.Snapshots;

/// <summary>The snapshot that <c>dotnet ef migrations add</c> would write of a context.</summary>
internal static class GeneratedSnapshot
{
    public static string Of(DbContext context)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
#pragma warning disable EF1001 // The only way to the provider's annotation code generator without a command line.
        new SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IMigrationsCodeGenerator>()
            .GenerateSnapshot("Migrations", context.GetType(), "Snapshot", context.GetService<IDesignTimeModel>().Model);
    }
}
