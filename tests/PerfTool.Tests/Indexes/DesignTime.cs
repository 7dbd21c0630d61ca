using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

namespace PerfTool.Tests.Indexes;

/// <summary>What <c>dotnet ef</c> does, without a command line.</summary>
internal static class DesignTime
{
    /// <summary>The migration that <c>dotnet ef migrations add</c> would write.</summary>
    public static ScaffoldedMigration Add(DbContext context, string name)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
#pragma warning disable EF1001 // The only way to the provider's code generator without a command line.
        if (context.Database.IsNpgsql())
            new NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
        else
            new SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>().ScaffoldMigration(name, "Shop", "Migrations", "C#");
    }
}
