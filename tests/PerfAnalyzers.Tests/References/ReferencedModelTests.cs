using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.EfModel.References;
using PerfAnalyzers.Tests.EfModel;

namespace PerfAnalyzers.Tests.References;

/// <summary>A project sees the models of the projects it references: in a build from their metadata, in an IDE from their source.</summary>
public class ReferencedModelTests
{
    private const string Data = """
        namespace Shop;
        [Index(nameof(Email), nameof(CreatedAt), IsDescending = new[] { false, true })]
        public class Order
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public DateTime CreatedAt { get; set; }
            public int CustomerId { get; set; }
            public Customer Customer { get; set; } = null!;
        }
        public class Customer { public int Id { get; set; } public bool IsDeleted { get; set; } public List<Order> Orders { get; set; } = new(); }
        public class ShopContext : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Customer> Customers => Set<Customer>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Customer>().HasQueryFilter(c => !c.IsDeleted);
        }
        """;

    public static TheoryData<string> Ways => ["build", "IDE"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_indexes_of_a_referenced_project_are_known(string way) =>
        Assert.Equal(["(Id) unique", "(Email, CreatedAt desc)", "(CustomerId)"], Table(way, "Shop.Order")!.Indexes.Select(ModelText.Text));

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_table_of_a_referenced_project_is_as_complete_as_there(string way) => Assert.Equal(Knowledge.Complete, Table(way, "Shop.Order")!.Knowledge);

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_columns_of_a_referenced_project_are_known(string way) =>
        Assert.Equal(["CreatedAt", "CustomerId", "Email", "Id"], Table(way, "Shop.Order")!.Columns.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_key_of_a_navigation_is_known(string way) => Assert.Equal("CustomerId", Table(way, "Shop.Order")!.ColumnOf("Customer.Id"));

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_navigation_leads_to_a_type_of_this_compilation(string way)
    {
        var project = App(way, Data);
        var navigation = OtherProject.Find(project, "Shop.Customer")!.Navigations["Orders"];
        Assert.Equal(project.GetTypeByMetadataName("Shop.Order"), navigation.Target, SymbolEqualityComparer.Default);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Query_filters_travel_along(string way) => Assert.Equal(["IsDeleted"], Table(way, "Shop.Customer")!.QueryFilterColumns.ToArray());

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_names_of_its_DbSets_open_the_gate(string way) =>
        Assert.Equal(["Customers", "Orders"], new ModelOfCompilation(App(way, Data)).NamesOfDbSets(CancellationToken.None).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_is_not_understood_there_is_not_known_here(string way)
    {
        var table = OtherProject.Find(App(way, """
            namespace Shop;
            public class Order { public int Id { get; set; } }
            public class ShopContext : DbContext
            {
                public DbSet<Order> Orders => Set<Order>();
                protected override void OnModelCreating(ModelBuilder modelBuilder) => Magic.Do(modelBuilder, typeof(int));
            }
            public static class Magic { public static Action<ModelBuilder, Type> Do = null!; }
            """), "Shop.Order");
        Assert.Equal(KnowledgeLevel.Partial, table!.Knowledge.Level);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Two_models_of_an_entity_are_taken_together(string way)
    {
        var project = OtherProject.Create("App", """
            using Shop;
            public class Other : DbContext
            {
                public DbSet<Order> Orders => Set<Order>();
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex(o => o.CreatedAt);
            }
            """, Reference(way, OtherProject.Create("Data", Data)));
        Assert.Equal(["(CreatedAt)", "(Id) unique", "(CustomerId)", "(Email, CreatedAt desc)"], OtherProject.Find(project, "Shop.Order")!.Indexes.Select(ModelText.Text).OrderBy(text => text.Length).ThenBy(text => text, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_context_that_derives_from_one_in_another_project_is_known_in_part(string way)
    {
        var project = OtherProject.Create("App", "public class Mine : Shop.ShopContext { protected override void OnModelCreating(ModelBuilder modelBuilder) { base.OnModelCreating(modelBuilder); modelBuilder.Entity<Shop.Order>(); } }", Reference(way, OtherProject.Create("Data", Data)));
        Assert.Equal("Mine derives from ShopContext, whose source isn't visible", OtherProject.Find(project, "Shop.Order")!.Knowledge.Reason);
    }

    [Theory]
    [InlineData("", "Order.Customer may have a private setter, which a reference assembly doesn't show")]
    [InlineData("modelBuilder.Entity<Order>().HasOne(o => o.Customer).WithMany();", "")]
    [InlineData("modelBuilder.Entity<Order>().Ignore(o => o.Customer);", "")]
    public void A_navigation_that_a_reference_assembly_hides_makes_its_entity_partial(string configuration, string reason)
    {
        var domain = OtherProject.BuildWithoutExport(OtherProject.Create("Domain", """
            public class Order { public int Id { get; set; } public int CustomerId { get; set; } public Customer Customer { get; private set; } = null!; }
            public class Customer { public int Id { get; set; } }
            """));
        var data = OtherProject.Create("Data", $"public class Db : DbContext {{ public DbSet<Order> Orders => Set<Order>(); protected override void OnModelCreating(ModelBuilder modelBuilder) {{ {configuration} }} }}", domain);
        Assert.Equal(reason, OtherProject.Find(data, "Order")!.Knowledge.Reason);
    }

    [Fact]
    public void A_project_that_exports_nothing_is_not_known()
    {
        var project = App(OtherProject.BuildWithoutExport(OtherProject.Create("Data", Data)));
        Assert.Equal("Data declares contexts and exports no model: install PerfAnalyzers there too", WhyUnknown(project, "Shop.Order"));
    }

    [Fact]
    public void A_context_in_a_project_that_exports_nothing_may_map_what_another_one_maps()
    {
        var domain = OtherProject.BuildWithoutExport(OtherProject.Create("Domain", "namespace Shop; public class Order { public int Id { get; set; } }"));
        const string context = "public class {0}Context : DbContext {{ public DbSet<Shop.Order> Orders => Set<Shop.Order>(); }}";
        var known = OtherProject.Build(OtherProject.Create("Known", string.Format(null, context, "Known"), domain));
        var hidden = OtherProject.BuildWithoutExport(OtherProject.Create("Hidden", string.Format(null, context, "Hidden"), domain));
        var table = OtherProject.Find(OtherProject.Create("App", "", domain, known, hidden), "Shop.Order");
        Assert.Equal("Hidden declares contexts and exports no model: install PerfAnalyzers there too", table!.Knowledge.Reason);
    }

    [Fact]
    public void A_project_that_exports_nothing_has_no_say_in_types_it_can_not_see()
    {
        var hidden = OtherProject.BuildWithoutExport(OtherProject.Create("Hidden", Data));
        var project = OtherProject.Create("App", "public class Bill { public int Id { get; set; } } public class Bills : DbContext { public DbSet<Bill> All => Set<Bill>(); }", hidden);
        Assert.Equal(Knowledge.Complete, OtherProject.Find(project, "Bill")!.Knowledge);
    }

    [Theory]
    [InlineData("{", "the model of Data can't be read: expected '\"' (character 2)")]
    [InlineData("{\"perfAnalyzersModel\":99}", "the model of Data can't be read: format 99 is not known to this version of PerfAnalyzers (character 25)")]
    public void A_damaged_export_is_not_known(string text, string reason)
    {
        var data = OtherProject.Create("Data", Data).AddSyntaxTrees(CSharpSyntaxTree.ParseText(ExportedText.Source(text), new CSharpParseOptions(LanguageVersion.Preview)));
        Assert.Equal(reason, WhyUnknown(App(OtherProject.BuildWithoutExport(data)), "Shop.Order"));
    }

    [Fact]
    public void An_entity_that_no_model_maps_is_not_known() =>
        Assert.StartsWith("no context that can be seen from here maps 'Stranger'", WhyUnknown(OtherProject.Create("App", "public class Stranger { }"), "Stranger"), StringComparison.Ordinal);

    [Fact]
    public void An_entity_of_the_same_name_from_another_assembly_is_not_meant()
    {
        var data = OtherProject.Build(OtherProject.Create("Data", Data.Replace("public class ", "class ", StringComparison.Ordinal).Replace("public DbSet", "DbSet", StringComparison.Ordinal)));
        Assert.Null(OtherProject.Find(OtherProject.Create("App", "namespace Shop; public class Order { public int Id { get; set; } }", data), "Shop.Order"));
    }

    [Fact]
    public void What_a_project_was_handed_in_is_known_to_an_IDE_too()
    {
        var data = OtherProject.Export(OtherProject.Create("Data", Data), new ModelFile("/db/extra.sql", "CREATE INDEX ix ON Customers (IsDeleted)"));
        Assert.Contains("(IsDeleted)", OtherProject.Find(App(OtherProject.Source(data)), "Shop.Customer")!.Indexes.Select(ModelText.Text));
    }

    private static EntityTable? Table(string way, string entity) => OtherProject.Find(App(way, Data), entity);

    private static CSharpCompilation App(string way, string data) => App(Reference(way, OtherProject.Create("Data", data)));

    private static CSharpCompilation App(MetadataReference data) => OtherProject.Create("App", "class Service { }", data);

    private static MetadataReference Reference(string way, CSharpCompilation project) => way == "build" ? OtherProject.Build(project) : OtherProject.Source(project);

    private static string? WhyUnknown(CSharpCompilation project, string entity) => OtherProject.ModelOf(project).WhyUnknown(project.GetTypeByMetadataName(entity)!);
}
