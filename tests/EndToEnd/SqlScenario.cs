namespace PerfTooling.EndToEnd;

/// <summary>A perf test with a limit on its SQL, in Debug builds: with an N+1 query, with that mended, and without the package that counts.</summary>
public sealed class SqlScenario : IAsyncLifetime
{
    private const string Package = "PerfAssert.EntityFrameworkCore";

    internal ShopSolution Shop { get; private set; } = null!;

    internal CommandResult WithLoop { get; private set; } = null!;

    internal CommandResult WithOneQuery { get; private set; } = null!;

    internal CommandResult WithFullScan { get; private set; } = null!;

    internal CommandResult WithoutPackage { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Shop = await ShopSolution.CreateAsync();
        var project = Shop.Read("Shop.Tests/Shop.Tests.csproj");
        var feed = await PackageFeed.SharedAsync();
        Shop.Write("Shop.Tests/Shop.Tests.csproj", project.Replace(
            "<PackageReference Include=\"PerfAssert.Xunit\"", $"<PackageReference Include=\"{Package}\" Version=\"{feed.Version}\" />\n    <PackageReference Include=\"PerfAssert.Xunit\"", StringComparison.Ordinal));

        Shop.WriteOrdersPerf("MaxCommands = 1", "foreach (var id in ids) count += db.Orders.Count(order => order.Id == id);");
        WithLoop = await Shop.RunAsync("test", "Shop.Tests", "--filter", "OrdersPerf");

        Shop.WriteOrdersPerf("MaxCommands = 1, NoFullScan = true", "count = db.Orders.Count(order => ids.Contains(order.Id));");
        WithOneQuery = await Shop.RunAsync("test", "Shop.Tests", "--filter", "OrdersPerf");

        Shop.WriteOrdersPerf("NoFullScan = true", "count = db.Orders.Count(order => order.Email == \"a\");");
        WithFullScan = await Shop.RunAsync("test", "Shop.Tests", "--filter", "OrdersPerf");

        Shop.Write("Shop.Tests/Shop.Tests.csproj", project);
        WithoutPackage = await Shop.RunAsync("test", "Shop.Tests", "--filter", "OrdersPerf");
    }

    public Task DisposeAsync()
    {
        Shop.Dispose();
        return Task.CompletedTask;
    }
}
