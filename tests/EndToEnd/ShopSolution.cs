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
        shop.Write("Shop.Tests/Shop.Tests.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{Repository.VersionOf("Microsoft.NET.Test.Sdk")}" />
                <PackageReference Include="xunit" Version="{Repository.VersionOf("xunit")}" />
                <PackageReference Include="xunit.runner.visualstudio" Version="{Repository.VersionOf("xunit.runner.visualstudio")}" />
                <PackageReference Include="PerfAssert.Xunit" Version="{feed.Version}" />
              </ItemGroup>
              <ItemGroup>
                <ProjectReference Include="../Shop/Shop.csproj" />
              </ItemGroup>
            </Project>
            """);
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
        (await DotNet.RunAsync(shop.Folder, "new", "sln", "--name", "Shop", "--format", "sln")).Succeeded();
        (await DotNet.RunAsync(shop.Folder, "sln", "add", "Shop", "Shop.Tests")).Succeeded();
        return shop;
    }

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
}
