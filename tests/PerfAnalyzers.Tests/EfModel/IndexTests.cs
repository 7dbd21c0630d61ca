using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Tests.EfModel;

public class IndexTests
{
    [Fact]
    public void A_primary_key_is_a_unique_index() =>
        Assert.Equal(["(Id) unique"], ModelText.Indexes("""
            class Order { public int Id { get; set; } public string Name { get; set; } = ""; }
            class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); }
            """, "Order"));

    [Fact]
    public void Index_attributes_say_columns_direction_and_uniqueness() =>
        Assert.Equal(["(A, B desc) unique", "(B desc)", "(Id) unique"], ModelText.Indexes("""
            [Index(nameof(A), nameof(B), IsUnique = true, IsDescending = new[] { false, true })]
            [Index("B", AllDescending = true)]
            class Order { public int Id { get; set; } public int A { get; set; } public int B { get; set; } }
            class Db : DbContext { public DbSet<Order> Orders { get; set; } }
            """, "Order"));

    [Fact]
    public void Indexes_of_base_classes_count() =>
        Assert.Contains("(Tenant)", ModelText.Indexes("""
            [Index(nameof(Tenant))]
            abstract class Base { public int Id { get; set; } public int Tenant { get; set; } }
            class Order : Base { }
            class Db : DbContext { public DbSet<Order> Orders { get; set; } }
            """, "Order"));

    [Theory]
    [InlineData("HasIndex(o => o.A)", "(A)")]
    [InlineData("HasIndex(o => o.A, \"IX\")", "(A)")]
    [InlineData("HasIndex(o => new { o.A, o.B })", "(A, B)")]
    [InlineData("HasIndex(\"A\", \"B\")", "(A, B)")]
    [InlineData("HasIndex(new[] { \"A\", \"B\" }, \"IX\")", "(A, B)")]
    [InlineData("HasIndex(nameof(Order.A), nameof(Order.B))", "(A, B)")]
    [InlineData("HasIndex(o => o.A).IsUnique()", "(A) unique")]
    [InlineData("HasIndex(o => o.A).IsUnique(false)", "(A)")]
    [InlineData("HasIndex(o => o.A).HasFilter(\"[A] > 1\")", "(A) filtered [A] > 1")]
    [InlineData("HasIndex(o => new { o.A, o.B }).IsDescending()", "(A desc, B desc)")]
    [InlineData("HasIndex(o => new { o.A, o.B }).IsDescending(false, true)", "(A, B desc)")]
    [InlineData("HasIndex(o => o.A).HasDatabaseName(\"IX\").IsUnique()", "(A) unique")]
    [InlineData("HasIndex(\"Shadow\")", "(Shadow)")]
    public void HasIndex_in_every_overload(string call, string expected) =>
        Assert.Contains(expected, ModelText.Indexes($$"""
            class Order { public int Id { get; set; } public int A { get; set; } public int B { get; set; } }
            class Db : DbContext
            {
                public DbSet<Order> Orders { get; set; }
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().{{call}};
            }
            """, "Order"));

    [Theory]
    [InlineData("modelBuilder.Entity<Order>(b => b.HasIndex(o => o.A));")]
    [InlineData("modelBuilder.Entity<Order>(b => { b.HasIndex(o => o.A); });")]
    [InlineData("modelBuilder.Entity(typeof(Order)).HasIndex(\"A\");")]
    [InlineData("modelBuilder.Entity(typeof(Order), b => b.HasIndex(\"A\"));")]
    [InlineData("var b = modelBuilder.Entity<Order>(); b.HasIndex(o => o.A);")]
    [InlineData("var order = modelBuilder.Entity<Order>().HasIndex(o => o.A); order.IsUnique(false);")]
    [InlineData("modelBuilder.ApplyConfiguration(new OrderConfiguration());")]
    [InlineData("var c = new OrderConfiguration(); modelBuilder.ApplyConfiguration(c);")]
    [InlineData("modelBuilder.ApplyConfiguration<Order>(new OrderConfiguration());")]
    [InlineData("new OrderConfiguration().Configure(modelBuilder.Entity<Order>());")]
    [InlineData("modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);")]
    [InlineData("modelBuilder.ApplyConfigurationsFromAssembly(System.Reflection.Assembly.GetExecutingAssembly());")]
    [InlineData("modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);")]
    [InlineData("var assembly = typeof(Db).Assembly; modelBuilder.ApplyConfigurationsFromAssembly(assembly, type => type.Name != \"x\");")]
    [InlineData("modelBuilder.AddOrders();")]
    [InlineData("Helpers.AddOrders(modelBuilder);")]
    [InlineData("modelBuilder.Entity<Order>().IndexA();")]
    [InlineData("modelBuilder.Entity<Order>().IndexByName(nameof(Order.A));")]
    [InlineData("modelBuilder.Entity<Order>().IndexBy(o => o.A);")]
    [InlineData("OrderModel.Build(modelBuilder, Database);")]
    [InlineData("OrderModel.BuildBase(modelBuilder.Entity<Order>(), Database);")]
    [InlineData("ConfigureOrders(modelBuilder);")]
    [InlineData("this.ConfigureOrders(modelBuilder);")]
    [InlineData("IndexOf<Order>(modelBuilder);")]
    [InlineData("IndexLocally(modelBuilder); void IndexLocally(ModelBuilder m) => m.Entity<Order>().HasIndex(o => o.A);")]
    [InlineData("modelBuilder.Entity<Order>(ConfigureOrder);")]
    [InlineData("modelBuilder.Entity<Order>(Helpers.ConfigureOrder);")]
    [InlineData("Action<EntityTypeBuilder<Order>> configure = b => b.HasIndex(o => o.A); modelBuilder.Entity<Order>(configure);")]
    [InlineData("var b = modelBuilder.Entity<Order>(); Action later = () => { b.HasIndex(o => o.A); }; later();")]
    [InlineData("new[] { 1 }.ToList().ForEach(_ => modelBuilder.Entity<Order>().HasIndex(o => o.A));")]
    [InlineData("modelBuilder.ApplyConfiguration(new TemplateConfiguration());")]
    [InlineData("if (Database.IsSqlite()) modelBuilder.Entity<Order>().HasIndex(o => o.A);")]
    [InlineData("if (Database.IsSqlite()) { } else { modelBuilder.Entity<Order>().HasIndex(o => o.A); }")]
    [InlineData("switch (Database.ProviderName) { case \"x\": modelBuilder.Entity<Order>().HasIndex(o => o.A); break; }")]
    [InlineData("((ModelBuilder)modelBuilder)!.Entity<Order>()?.HasIndex(o => o.A);")]
    public void An_index_is_found_wherever_it_is_declared(string statements)
    {
        var table = ModelText.Table($$"""
            class Order { public int Id { get; set; } public int A { get; set; } }
            abstract class Configuration<T> : IEntityTypeConfiguration<T> where T : class
            {
                public virtual void Configure(EntityTypeBuilder<T> builder) => builder.HasIndex("A");
            }
            class OrderConfiguration : Configuration<Order>
            {
                public override void Configure(EntityTypeBuilder<Order> builder) { base.Configure(builder); builder.Property(o => o.A).HasColumnName("a"); }
            }
            abstract class Template<T> : IEntityTypeConfiguration<T> where T : class
            {
                public void Configure(EntityTypeBuilder<T> builder) => Fill(builder);
                protected abstract void Fill(EntityTypeBuilder<T> builder);
            }
            class TemplateConfiguration : Template<Order>
            {
                protected override void Fill(EntityTypeBuilder<Order> builder) => builder.HasIndex(o => o.A);
            }
            static class Helpers
            {
                public static void ConfigureOrder(EntityTypeBuilder<Order> builder) => builder.HasIndex(o => o.A);
                public static void AddOrders(this ModelBuilder builder) => builder.Entity<Order>().HasIndex(o => o.A);
                public static EntityTypeBuilder<T> IndexA<T>(this EntityTypeBuilder<T> b) where T : class { b.HasIndex("A"); return b; }
                public static void IndexByName<T>(this EntityTypeBuilder<T> b, string name) where T : class => b.HasIndex(name);
                public static void IndexBy<T>(this EntityTypeBuilder<T> b, Expression<Func<T, object?>> column) where T : class => b.HasIndex(column);
            }
            class BaseModel
            {
                public static void BuildBase<T>(EntityTypeBuilder<T> b, object database) where T : class => b.HasIndex("A");
            }
            class OrderModel : BaseModel
            {
                public static void Build(ModelBuilder builder, object database) { var b = builder.Entity<Order>(); BuildBase(b, database); }
            }
            class Db : DbContext
            {
                public DbSet<Order> Orders { get; set; }
                protected override void OnModelCreating(ModelBuilder modelBuilder) { {{statements}} }
                private static void ConfigureOrder(EntityTypeBuilder<Order> builder) => builder.HasIndex(o => o.A);
                private void ConfigureOrders(ModelBuilder builder) => builder.Entity<Order>().HasIndex(o => o.A);
                private static void IndexOf<T>(ModelBuilder builder) where T : class => builder.Entity<T>().HasIndex("A");
            }
            """, "Order");
        Assert.Contains("(A)", table.Indexes.Select(ModelText.Text));
        Assert.Equal("", table.Knowledge.Reason);
    }

    [Fact]
    public void An_access_method_other_than_the_tree_is_kept() =>
        Assert.Contains("(Tags) gin", ModelText.Indexes("""
            class Post { public int Id { get; set; } public string[] Tags { get; set; } = []; }
            static class Npgsql { public static IndexBuilder HasMethod(this IndexBuilder b, string method) => b; }
            class Db : DbContext
            {
                public DbSet<Post> Posts { get; set; }
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Post>().HasIndex(p => p.Tags).HasMethod("gin");
            }
            """, "Post"));

    [Fact]
    public void The_indexes_of_two_contexts_are_united() =>
        Assert.Equal(["(A)", "(B)", "(Id) unique"], ModelText.Indexes("""
            class Order { public int Id { get; set; } public int A { get; set; } public int B { get; set; } }
            class Reading : DbContext
            {
                public DbSet<Order> Orders { get; set; }
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex(o => o.A);
            }
            class Writing : DbContext
            {
                public DbSet<Order> Orders { get; set; }
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex(o => o.B);
            }
            """, "Order"));

    [Theory]
    [InlineData("[Index(nameof(A))]", "", IndexOrigin.Attribute)]
    [InlineData("", "modelBuilder.Entity<Order>().HasIndex(o => o.A);", IndexOrigin.Fluent)]
    [InlineData("", "modelBuilder.Entity<Order>().HasAlternateKey(o => o.A);", IndexOrigin.Key)]
    [InlineData("", "modelBuilder.Entity<Order>().HasOne<Order>().WithMany().HasForeignKey(o => o.A);", IndexOrigin.Convention)]
    public void An_index_tells_its_origin(string attribute, string statement, object origin) =>
        Assert.Equal((IndexOrigin)origin, ModelText.Table($$"""
            {{attribute}}
            class Order { public int Id { get; set; } public int A { get; set; } }
            class Db : DbContext
            {
                public DbSet<Order> Orders { get; set; }
                protected override void OnModelCreating(ModelBuilder modelBuilder) { {{statement}} }
            }
            """, "Order").Indexes.Single(index => index.Columns[0].Name == "A").Origin);
}
