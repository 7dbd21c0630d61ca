namespace PerfTooling.EndToEnd;

/// <summary>A fresh solution outside the repository that installs the packages by PackageReference only, as a new user would.</summary>
internal sealed class ShopSolution(PackageFeed feed) : FreshSolution(feed)
{
    public static async Task<ShopSolution> CreateAsync()
    {
        var feed = await PackageFeed.SharedAsync();
        var shop = new ShopSolution(feed);
        shop.Write("Shop/Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="{Repository.VersionOf("Microsoft.EntityFrameworkCore.Sqlite")}" />
                <PackageReference Include="PerfAnalyzers" Version="{feed.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        shop.WriteTestProject("Library", "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio", "PerfAssert.Xunit");
        shop.Write("Shop/Order.cs", """
            namespace Shop;

            public class Order
            {
                public int Id { get; set; }
                public string Email { get; set; } = "";
            }
            """);
        shop.Write("Shop/ShopContext.cs", """
            using Microsoft.EntityFrameworkCore;

            namespace Shop;

            public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
            {
                public DbSet<Order> Orders => Set<Order>();
            }
            """);
        shop.Write("Shop/OrderQueries.cs", """
            using Microsoft.EntityFrameworkCore;

            namespace Shop;

            public class OrderQueries(ShopContext context)
            {
                public Task<List<Order>> ByEmail(string email) =>
                    context.Orders
                        .AsNoTracking()
                        .Where(order => order.Email == email)
                        .ToListAsync();
            }
            """);
        shop.WritePricing(rounds: 2_000);
        shop.Write("Shop.Tests/PricingPerf.cs", """
            using PerfAssert;

            namespace Shop.Tests;

            public class PricingPerf
            {
                [PerfFact]
                public long Total() => Pricing.Total();
            }
            """);
        shop.WriteSolution("Shop", "Shop.Tests");
        return shop;
    }

    /// <summary>The test project, with packages of the repository and of others.</summary>
    public void WriteTestProject(string outputType, params string[] packages) => Write("Shop.Tests/Shop.Tests.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>{outputType}</OutputType>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", packages.Select(package => $"<PackageReference Include=\"{package}\" Version=\"{VersionOf(package)}\" />"))}
          </ItemGroup>
          <ItemGroup>
            <ProjectReference Include="../Shop/Shop.csproj" />
          </ItemGroup>
        </Project>
        """);

    private string VersionOf(string package) =>
        package.StartsWith("PerfAssert", StringComparison.Ordinal) ? Feed.Version : Repository.VersionOf(package);

    /// <summary>A method whose time grows in proportion to <paramref name="rounds"/>.</summary>
    public void WritePricing(int rounds) => Write("Shop/Pricing.cs", $$"""
        namespace Shop;

        public static class Pricing
        {
            public static long Total()
            {
                var total = 17L;
                for (var i = 0; i < {{rounds}}; i++)
                    total = (total * 31 + i) % 1_000_003;
                return total;
            }
        }
        """);

    /// <summary>A perf test on an empty table of orders.</summary>
    public void WriteOrdersPerf(string limits, string body) => Write("Shop.Tests/OrdersPerf.cs", $$"""
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using PerfAssert;

        namespace Shop.Tests;

        public sealed class OrdersPerf : IDisposable
        {
            private readonly SqliteConnection _connection = new("Data Source=:memory:");

            public OrdersPerf()
            {
                _connection.Open();
                using var db = Context();
                db.Database.EnsureCreated();
            }

            public void Dispose() => _connection.Dispose();

            [PerfFact({{limits}})]
            public int Counts()
            {
                using var db = Context();
                var ids = new[] { 1, 2, 3, 4, 5 };
                var count = 0;
                {{body}}
                return count;
            }

            private ShopContext Context() => new(new DbContextOptionsBuilder<ShopContext>().UseSqlite(_connection).Options);
        }
        """);
}
