using PerfAnalyzers.EfModel;
using PerfAnalyzers.EfModel.References;
using PerfAnalyzers.Tests.EfModel;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.References;

/// <summary>Clean Architecture: the queries are in a project that the model's project references, so the model comes as a file.</summary>
public class HandedInModelTests
{
    private const string Application = """
        namespace Shop;
        public class Order
        {
            public int Id { get; set; }
            public int TenantId { get; set; }
            public string Email { get; set; } = "";
            [Column("phone_number")] public string Phone { get; set; } = "";
        }
        public class Customer { public int Id { get; set; } public int TenantId { get; set; } public string Name { get; set; } = ""; }
        public interface IShopContext { DbSet<Order> Orders { get; } }
        """;

    private const string Snapshot = """
        using Microsoft.EntityFrameworkCore;
        [DbContext(typeof(ShopContext))]
        partial class ShopContextModelSnapshot : ModelSnapshot
        {
            protected override void BuildModel(ModelBuilder modelBuilder)
            {
                modelBuilder.HasAnnotation("ProductVersion", "10.0.0");
                modelBuilder.Entity("Shop.Order", b =>
                {
                    b.Property<int>("Id").ValueGeneratedOnAdd().HasColumnType("INTEGER");
                    b.Property<string>("Email").IsRequired().HasColumnType("TEXT");
                    b.Property<string>("Phone").IsRequired().HasColumnName("phone_number").HasColumnType("TEXT");
                    b.Property<int>("TenantId").HasColumnType("INTEGER");
                    b.HasKey("Id");
                    b.HasIndex("TenantId", "Email").IsUnique();
                    b.HasIndex("Phone");
                    b.ToTable("orders");
                });
                modelBuilder.Entity("Shop.Customer", b =>
                {
                    b.Property<int>("Id").ValueGeneratedOnAdd().HasColumnType("INTEGER");
                    b.Property<string>("Name").IsRequired().HasColumnType("TEXT");
                    b.Property<int>("TenantId").HasColumnType("INTEGER");
                    b.HasKey("Id");
                    b.ToTable("customers");
                });
            }
        }
        """;

    private static readonly ModelFile s_snapshot = new("/Infrastructure/Migrations/ShopContextModelSnapshot.cs", Snapshot);

    [Fact]
    public void A_snapshot_tells_how_columns_are_stored()
    {
        ModelFile file = new("/M/ShopContextModelSnapshot.cs", Snapshot
            .Replace("b.Property<string>(\"Email\").IsRequired()", "b.Property<string>(\"Email\").IsRequired().UseCollation(\"NOCASE\")", StringComparison.Ordinal)
            .Replace("b.Property<int>(\"TenantId\")", "b.Property<double?>(\"TenantId\")", StringComparison.Ordinal));
        var table = Find("Shop.Order", file)!;
        Assert.Equal((new("NOCASE", "string"), new(null, "double")), (table.StorageOf("Email"), table.StorageOf("TenantId")));
    }

    [Fact]
    public void A_snapshot_names_the_indexes() =>
        Assert.Equal(["(Id) unique", "(TenantId, Email) unique", "(Phone)"], Find("Shop.Order", s_snapshot)!.Indexes.Select(ModelText.Text));

    [Fact]
    public void A_snapshot_is_complete() => Assert.Equal(Knowledge.Complete, Find("Shop.Order", s_snapshot)!.Knowledge);

    [Fact]
    public void A_snapshot_names_the_columns_by_property() =>
        Assert.Equal(["Email", "Id", "Phone", "TenantId"], Find("Shop.Order", s_snapshot)!.Columns.Order(StringComparer.Ordinal));

    [Fact]
    public void A_snapshot_knows_no_query_filters_so_a_column_of_many_tables_that_leads_an_index_may_be_in_one() =>
        Assert.Equal(["TenantId"], Find("Shop.Order", s_snapshot)!.QueryFilterColumns.ToArray());

    [Fact]
    public void What_a_snapshot_only_guesses_a_context_in_sight_knows()
    {
        var project = OtherProject.Create("App", Application + "public class ShopContext : DbContext { public DbSet<Order> Orders => Set<Order>(); }");
        Assert.Empty(OtherProject.Find(project, "Shop.Order", s_snapshot)!.QueryFilterColumns);
    }

    [Fact]
    public async Task An_index_that_a_query_filter_might_seek_by_is_not_said_to_find_rows() => Assert.Empty(await Messages("b.HasIndex(\"TenantId\");"));

    [Fact]
    public async Task A_query_filter_that_nobody_knows_may_imply_that_of_an_index() => Assert.Empty(await Messages("b.HasIndex(\"Email\").HasFilter(\"Phone = ''\");"));

    [Fact]
    public async Task A_query_that_no_index_of_a_snapshot_serves_is_reported() => Assert.Single(await Messages("b.HasIndex(\"Phone\");"));

    [Fact]
    public void A_table_that_a_snapshot_fills_is_small() =>
        Assert.True(Find("Shop.Customer", new ModelFile("/x/Snapshot.cs", Snapshot.Replace("b.ToTable(\"customers\");", "b.ToTable(\"customers\"); b.HasData(new { Id = 1, Name = \"x\", TenantId = 1 });", StringComparison.Ordinal)))!.IsSmall);

    [Fact]
    public void An_exported_model_is_read_like_that_of_a_reference()
    {
        var infrastructure = OtherProject.Create("Infrastructure", """
            public class ShopContext : DbContext, Shop.IShopContext
            {
                public DbSet<Shop.Order> Orders => Set<Shop.Order>();
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Shop.Order>().HasIndex(o => o.Email);
            }
            """, OtherProject.BuildWithoutExport(OtherProject.Create("App", Application)));
        var text = ExportedText.Of(OtherProject.Export(infrastructure).SyntaxTrees[^1], CancellationToken.None)!;
        Assert.Equal(["(Id) unique", "(Email)"], Find("Shop.Order", new ModelFile("/Infrastructure/efmodel.json", text))!.Indexes.Select(ModelText.Text));
    }

    [Fact]
    public void A_script_adds_indexes_to_the_tables_of_a_model() =>
        Assert.Contains("(Email)", Indexes(s_snapshot, new ModelFile("/db/indexes.sql", "CREATE INDEX IX_orders_email ON public.orders (email);")));

    [Fact]
    public void A_script_names_columns_as_the_database_does() =>
        Assert.Contains("(Phone desc)", Indexes(s_snapshot, new ModelFile("/db/indexes.sql", "CREATE INDEX ix ON Orders ([phone_number] DESC)")));

    [Fact]
    public void A_script_with_an_index_on_an_unknown_column_makes_its_table_partial() =>
        Assert.Equal(
            "a script creates an index on orders, and not all of its columns are known to be properties of Order",
            Find("Shop.Order", s_snapshot, new ModelFile("/db/indexes.sql", "CREATE INDEX ix ON orders (surprise)"))!.Knowledge.Reason);

    [Fact]
    public void A_script_leaves_other_tables_alone() =>
        Assert.Equal(Knowledge.Complete, Find("Shop.Customer", s_snapshot, new ModelFile("/db/indexes.sql", "CREATE INDEX ix ON orders (surprise)"))!.Knowledge);

    [Fact]
    public void A_script_that_creates_the_table_is_a_model_of_its_own()
    {
        var table = Find("Shop.Order", new ModelFile("/db/1.sql", "create table orders (id integer primary key, tenant_id int, email text not null unique, phone_number text); create index ix on orders (phone_number);"));
        Assert.Equal(["(Id) unique", "(Email) unique", "(Phone)"], table!.Indexes.Select(ModelText.Text));
        Assert.Equal(Knowledge.Complete, table.Knowledge);
    }

    [Fact]
    public void An_index_on_a_table_that_no_model_and_no_script_creates_is_no_model() =>
        Assert.Null(Find("Shop.Order", new ModelFile("/db/1.sql", "create index ix on orders (email)")));

    [Fact]
    public void Scripts_run_in_the_order_of_their_names() =>
        Assert.DoesNotContain("(Email)", Indexes(s_snapshot, new ModelFile("/db/2.sql", "DROP INDEX IF EXISTS ix;"), new ModelFile("/db/1.sql", "CREATE INDEX ix ON orders (email);")));

    [Theory]
    [InlineData("/x/efmodel.json", "{\"perfAnalyzersModel\":1", "the model of efmodel.json can't be read: expected '}' (character 24)")]
    [InlineData("/x/Context.cs", "class ShopContext : DbContext { }", "Context.cs holds no ModelSnapshot")]
    [InlineData("/x/model.xml", "<xml/>", "model.xml is no model: a ModelSnapshot (.cs), an exported model (.json) or a script (.sql) can be handed in")]
    public void A_file_that_can_not_be_read_leaves_all_tables_uncertain(string path, string text, string reason) =>
        Assert.Equal(reason, Find("Shop.Order", s_snapshot, new ModelFile(path, text))!.Knowledge.Reason);

    [Fact]
    public void A_file_that_is_missing_leaves_all_tables_uncertain()
    {
        var files = new ModelFiles([s_snapshot]) { Properties = { ["PerfAnalyzersMissingModels"] = "efmodel.json" } };
        var project = OtherProject.Create("App", Application);
        var table = new ModelOfCompilation(project, files.Options).Get(CancellationToken.None).Find(project.GetTypeByMetadataName("Shop.Order")!);
        Assert.Equal("the model efmodel.json doesn't exist (yet)", table!.Knowledge.Reason);
    }

    [Fact]
    public void Other_additional_files_are_not_taken_for_models() =>
        Assert.Null(Find("Shop.Order", new ModelFile("/Infrastructure/Snapshot.cs", Snapshot, isModel: false)));

    [Theory]
    [InlineData("\"CREATE INDEX ix ON orders (email)\"", "(Email)", "")]
    [InlineData("System.IO.File.ReadAllText(\"x.sql\")", null, "an index is created in a migration in a way that can't be read")]
    public void A_migration_counts_for_the_indexes_that_it_creates_by_SQL(string sql, string? index, string reason)
    {
        var table = Find("Shop.Order", s_snapshot, new ModelFile("/Infrastructure/Migrations/2_Extra.cs",
            $"class Extra : Migration {{ protected override void Up(MigrationBuilder migrationBuilder) {{ migrationBuilder.Sql({sql}); }} }}"))!;
        Assert.Equal(index, table.Indexes.Select(ModelText.Text).Skip(3).SingleOrDefault());
        Assert.Equal(reason, table.Knowledge.Reason);
    }

    [Fact]
    public void The_DbSets_of_an_interface_in_another_project_open_the_gate()
    {
        var application = OtherProject.BuildWithoutExport(OtherProject.Create("Application", Application));
        var project = OtherProject.Create("Web", "", application);
        Assert.Equal(["Orders"], new ModelOfCompilation(project, new ModelFiles([s_snapshot]).Options).NamesOfDbSets(CancellationToken.None));
    }

    private static IEnumerable<string> Indexes(params ModelFile[] files) => Find("Shop.Order", files)!.Indexes.Select(ModelText.Text);

    /// <summary>What the rules say of a search by e-mail address, by a snapshot in which orders have this index only.</summary>
    private static Task<string[]> Messages(string index)
    {
        var snapshot = Snapshot.Replace("b.HasIndex(\"TenantId\", \"Email\").IsUnique();", index, StringComparison.Ordinal).Replace("b.HasIndex(\"Phone\");", index, StringComparison.Ordinal);
        return RuleVerifier.Messages(
            TestCompilation.SqliteReferences,
            Application + "class Queries { List<Order> ByEmail(IShopContext db, string email) => db.Orders.Where(o => o.Email == email).ToList(); }",
            new ModelFiles([new("/M/ShopContextModelSnapshot.cs", snapshot)]).Options);
    }

    private static EntityTable? Find(string entity, params ModelFile[] files) => OtherProject.Find(OtherProject.Create("App", Application), entity, files);
}
