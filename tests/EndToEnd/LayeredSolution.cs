namespace PerfTooling.EndToEnd;

/// <summary>
/// A fresh solution whose queries and models are in different projects. App references Data. Application is referenced by Infrastructure, which
/// writes its model to a file. Ordering is handed a snapshot.
/// </summary>
internal sealed class LayeredSolution(PackageFeed feed) : FreshSolution(feed)
{
    public const string ModelFile = "Infrastructure/efmodel.json";

    private const string Order = """
        namespace Shop;

        public class Order
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public string Phone { get; set; } = "";
        }
        """;

    private const string Interface = """
        using Microsoft.EntityFrameworkCore;

        namespace Shop;

        public interface IShopContext
        {
            DbSet<Order> Orders { get; }
        }
        """;

    private readonly PackageFeed _feed = feed;

    public static async Task<LayeredSolution> CreateAsync()
    {
        var shop = new LayeredSolution(await PackageFeed.SharedAsync());
        shop.Project("Data", "");
        shop.Write("Data/Order.cs", Order);
        shop.Write("Data/ShopContext.cs", Context("DbContext(options)"));
        shop.Project("App", """<ProjectReference Include="../Data/Data.csproj" />""");
        shop.Write("App/OrderQueries.cs", Queries("ShopContext"));

        shop.Project("Application", """<PerfAnalyzersModel Include="../Infrastructure/efmodel.json" />""");
        shop.Write("Application/Order.cs", Order);
        shop.Write("Application/IShopContext.cs", Interface);
        shop.Write("Application/OrderQueries.cs", Queries("IShopContext"));
        shop.Project("Infrastructure", """<ProjectReference Include="../Application/Application.csproj" />""", "<PerfAnalyzersModelFile>efmodel.json</PerfAnalyzersModelFile>");
        shop.Write("Infrastructure/ShopContext.cs", Context("DbContext(options), IShopContext"));

        shop.Project("Ordering", """<PerfAnalyzersModel Include="../Migrations/ShopContextModelSnapshot.cs" />""");
        shop.Write("Ordering/Order.cs", Order);
        shop.Write("Ordering/IShopContext.cs", Interface);
        shop.Write("Ordering/OrderQueries.cs", Queries("IShopContext"));
        shop.Write("Migrations/ShopContextModelSnapshot.cs", """
            using Microsoft.EntityFrameworkCore;
            using Microsoft.EntityFrameworkCore.Infrastructure;

            [DbContext(typeof(ShopContext))]
            partial class ShopContextModelSnapshot : ModelSnapshot
            {
                protected override void BuildModel(ModelBuilder modelBuilder)
                {
                    modelBuilder.Entity("Shop.Order", b =>
                    {
                        b.Property<int>("Id").ValueGeneratedOnAdd().HasColumnType("INTEGER");
                        b.Property<string>("Email").IsRequired().HasColumnType("TEXT");
                        b.Property<string>("Phone").IsRequired().HasColumnType("TEXT");
                        b.HasKey("Id");
                        b.HasIndex("Phone");
                        b.ToTable("Orders");
                    });
                }
            }
            """);
        shop.WriteSolution("App", "Data", "Application", "Infrastructure", "Ordering");
        return shop;
    }

    private static string Context(string bases) => $$"""
        using Microsoft.EntityFrameworkCore;

        namespace Shop;

        public class ShopContext(DbContextOptions<ShopContext> options) : {{bases}}
        {
            public DbSet<Order> Orders => Set<Order>();

            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex(order => order.Phone);
        }
        """;

    private static string Queries(string context) => $$"""
        using Microsoft.EntityFrameworkCore;

        namespace Shop;

        public class OrderQueries({{context}} context)
        {
            public Task<List<Order>> ByEmail(string email) => context.Orders.Where(order => order.Email == email).ToListAsync();

            public Task<List<Order>> ByPhone(string phone) => context.Orders.Where(order => order.Phone == phone).ToListAsync();
        }
        """;

    private void Project(string name, string items, string properties = "") => Write($"{name}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="{Repository.VersionOf("Microsoft.EntityFrameworkCore.Sqlite")}" />
            <PackageReference Include="PerfAnalyzers" Version="{_feed.Version}" PrivateAssets="all" />
            {items}
          </ItemGroup>
        </Project>
        """);
}
