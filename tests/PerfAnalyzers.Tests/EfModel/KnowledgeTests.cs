using PerfAnalyzers.EfModel;

namespace PerfAnalyzers.Tests.EfModel;

/// <summary>What can't be seen makes a table's knowledge partial, and what can be seen does not.</summary>
public class KnowledgeTests
{
    [Theory]
    [InlineData("modelBuilder.Entity<Order>().IsMultiTenant();", "Db calls IsMultiTenant, whose source isn't visible")]
    [InlineData("modelBuilder.Entity<Order>(b => b.Property(o => o.A).Encrypted());", "Db calls Encrypted, whose source isn't visible")]
    [InlineData("modelBuilder.Entity<Order>().HasIndex(columns);", "Db declares an index whose columns can't be told")]
    [InlineData("modelBuilder.Entity<Order>().HasQueryFilter(Filter());", "the query filter of Order is built where it can't be followed")]
    [InlineData("if (Database.IsSqlite()) modelBuilder.Entity<Order>().HasKey(o => o.A);", "the key of Order depends on a condition")]
    [InlineData("if (!Database.IsSqlite()) return; modelBuilder.Entity<Order>().HasKey(o => o.A);", "the key of Order depends on a condition")]
    [InlineData("modelBuilder.Entity<Order>().ToTable(\"Order\", t => t.ExcludeFromMigrations());", "the table of Order is excluded from the migrations, so it may have indexes that the model doesn't know")]
    [InlineData("modelBuilder.Entity<Order>().Metadata.RemoveIndex(null!);", "Db calls RemoveIndex, whose source isn't visible")]
    [InlineData("_kept = modelBuilder.Entity<Order>();", "Db keeps its builder in _kept, where it can't be followed")]
    [InlineData("modelBuilder.Entity<Order>().HasOne(\"Nowhere\").WithMany();", "Db relates Order to a type that can't be told")]
    [InlineData("modelBuilder.Entity<Order>(Configurator.Configure);", "Db hands its builder to Configure, whose source isn't visible")]
    [InlineData("modelBuilder.Entity<Order>(true ? Configure : null);", "Db configures Order by a delegate that can't be told")]
    public void An_entity_is_known_in_part(string statements, string reason) =>
        Assert.Equal([reason, ""], Reasons(statements));

    [Theory]
    [InlineData("modelBuilder.UseMultiTenancy();", "Db calls UseMultiTenancy, whose source isn't visible")]
    [InlineData("Plugins.Configure(modelBuilder);", "Db hands its builder to Configure, whose source isn't visible")]
    [InlineData("foreach (var plugin in new List<Action<ModelBuilder>>()) plugin(modelBuilder);", "Db hands its builder to plugin, whose source isn't visible")]
    [InlineData("modelBuilder.ApplyConfigurationsFromAssembly(typeof(DbContext).Assembly);", "Db applies the configurations of an assembly whose source isn't visible")]
    [InlineData("modelBuilder.ApplyConfiguration(Configuration());", "Db applies a configuration that can't be told")]
    [InlineData("foreach (var type in modelBuilder.Model.GetEntityTypes()) type.AddIndex(type.GetProperties().First());", "Db calls AddIndex, whose source isn't visible")]
    [InlineData("foreach (var type in modelBuilder.Model.GetEntityTypes()) modelBuilder.Entity(type.ClrType).HasIndex(columns);", "Db calls HasIndex, whose source isn't visible")]
    [InlineData("foreach (var type in modelBuilder.Model.GetEntityTypes()) modelBuilder.Entity(type.ClrType).HasQueryFilter(Filter());", "Db calls HasQueryFilter, whose source isn't visible")]
    [InlineData("foreach (var type in modelBuilder.Model.GetEntityTypes()) type.SetQueryFilter(null);", "Db calls SetQueryFilter, whose source isn't visible")]
    [InlineData("GetType().GetMethod(\"X\")!.Invoke(this, new object[] { modelBuilder });", "Db uses its builder in a way that can't be followed")]
    [InlineData("PluginException.ThrowIfNull(modelBuilder);", "Db hands its builder to ThrowIfNull, whose source isn't visible")]
    [InlineData("Activator.CreateInstance(typeof(Plugin), modelBuilder);", "Db hands its builder to CreateInstance, whose source isn't visible")]
    [InlineData("var other = true ? modelBuilder : null;", "Db uses its builder in a way that can't be followed")]
    [InlineData("Recurse(modelBuilder);", "Db configures the model in more steps than are followed")]
    public void A_whole_context_is_known_in_part(string statements, string reason) =>
        Assert.Equal([reason, reason], Reasons(statements));

    [Theory]
    [InlineData("foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys())) key.DeleteBehavior = DeleteBehavior.Restrict;")]
    [InlineData("modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()).ToList().ForEach(key => key.DeleteBehavior = DeleteBehavior.Restrict);")]
    [InlineData("foreach (var p in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.ClrType == typeof(decimal))) p.SetColumnType(\"decimal(18,2)\");")]
    [InlineData("foreach (var type in modelBuilder.Model.GetEntityTypes()) { type.SetTableName(type.GetTableName()!.ToLower()); foreach (var p in type.GetProperties()) p.SetColumnName(p.Name.ToLowerInvariant()); }")]
    [InlineData("foreach (var type in modelBuilder.Model.GetEntityTypes()) { if (type.IsOwned()) continue; modelBuilder.Entity(type.Name).Property(\"A\").HasColumnName(\"a\"); }")]
    [InlineData("modelBuilder.HasDefaultSchema(\"x\").UseCollation(\"y\");")]
    [InlineData("modelBuilder.Entity<Order>().ToTable(\"orders\", t => t.HasComment(\"x\")).HasComment(\"y\");")]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.A).HasColumnName(\"a\").HasDefaultValue(1).IsRequired().HasConversion<string>();")]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.A).InCents();")]
    [InlineData("modelBuilder.Entity<Order>().Navigation(o => o.Other).AutoInclude();")]
    [InlineData("modelBuilder.Entity<Order>().OwnsOne(o => o.Part, part => part.Frobnicate());")]
    [InlineData("OnModelCreatingPartial(modelBuilder);")]
    [InlineData("modelBuilder.Entity<Order>().HasMany<Other>().WithMany().UsingEntity<Dictionary<string, object>>(\"x\", r => r.HasOne<Other>().WithMany(), l => l.HasOne<Order>().WithMany(), j => j.HasKey(\"a\", \"b\"));")]
    [InlineData("Console.WriteLine(\"configuring\"); var x = 1 + 2;")]
    [InlineData("ArgumentNullException.ThrowIfNull(modelBuilder);")]
    [InlineData("System.ArgumentNullException.ThrowIfNull(modelBuilder, nameof(modelBuilder)); var order = modelBuilder.Entity<Order>(); ArgumentNullException.ThrowIfNull(order);")]
    [InlineData("try { modelBuilder.Entity<Order>().HasIndex(o => o.A); } catch (Exception) { throw; }")]
    public void Harmless_configuration_leaves_all_known(string statements) =>
        Assert.Equal(["", ""], Reasons(statements));

    [Theory]
    [InlineData("modelBuilder.Entity<Order>().HasNoKey();")]
    [InlineData("modelBuilder.Entity<Order>().ToView(\"orders\");")]
    [InlineData("modelBuilder.Entity<Order>().ToSqlQuery(\"SELECT 1\");")]
    [InlineData("modelBuilder.Entity<Order>().ToFunction(\"orders\");")]
    [InlineData("modelBuilder.Entity<Order>().ToTable((string?)null);")]
    public void What_may_be_no_table_is_unknown(string statements) =>
        Assert.Equal(KnowledgeLevel.Unknown, ModelText.Table(Source(statements), "Order").Knowledge.Level);

    [Fact]
    public void A_keyless_entity_is_unknown() =>
        Assert.Equal(KnowledgeLevel.Unknown, ModelText.Table("""
            [Keyless] class Report { public int Count { get; set; } }
            class Db : DbContext { public DbSet<Report> Reports { get; set; } }
            """, "Report").Knowledge.Level);

    [Fact]
    public void A_convention_of_ones_own_makes_all_partial() =>
        Assert.Equal("Db changes EF Core's conventions (Add)", ModelText.Table("""
            class Order { public int Id { get; set; } }
            class Db : DbContext
            {
                public DbSet<Order> Orders { get; set; }
                protected override void ConfigureConventions(ModelConfigurationBuilder builder) => builder.Conventions.Add(_ => new MyConvention());
            }
            """, "Order").Knowledge.Reason);

    [Fact]
    public void Entities_that_share_a_table_are_known_in_part() =>
        Assert.Equal(
            ["Order shares its table with Other", "Other shares its table with Order"],
            Reasons("modelBuilder.Entity<Order>().ToTable(\"t\"); modelBuilder.Entity<Other>().ToTable(\"t\");"));

    [Fact]
    public void An_abstract_context_without_derived_ones_is_known_in_part() =>
        Assert.Equal("Base is abstract, and no class that derives from it is visible", ModelText.Table("""
            class Order { public int Id { get; set; } }
            abstract class Base : DbContext { public DbSet<Order> Orders { get; set; } }
            """, "Order").Knowledge.Reason);

    [Fact]
    public void A_context_whose_base_class_is_in_a_missing_package_is_known_in_part() =>
        Assert.Equal("Db derives from MultiTenantDbContext, whose source isn't visible", ModelText.Table("""
            class Order { public int Id { get; set; } }
            class Base : MultiTenantDbContext { }
            class Db : Base
            {
                public DbSet<Order> Orders { get; set; }
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex(o => o.Id);
            }
            """, "Order").Knowledge.Reason);

    [Fact]
    public void An_entity_is_as_known_as_in_the_context_that_knows_least() =>
        Assert.Equal(KnowledgeLevel.Partial, ModelText.Table("""
            class Order { public int Id { get; set; } }
            class A : DbContext { public DbSet<Order> Orders { get; set; } }
            class B : DbContext
            {
                public DbSet<Order> Orders { get; set; }
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseMagic();
            }
            """, "Order").Knowledge.Level);

    [Theory]
    [InlineData("migrationBuilder.Sql(\"CREATE UNIQUE INDEX ix ON orders (lower(a))\");", "an index is created in a migration in a way that can't be read", "")]
    [InlineData("migrationBuilder.Sql(@\"create index if not exists ix on \"\"public\"\".\"\"Orders\"\" (a text_pattern_ops)\");", "an index is created in a migration in a way that can't be read", "")]
    [InlineData("const string sql = \"ALTER TABLE orders ADD CONSTRAINT u UNIQUE (a)\"; migrationBuilder.Sql(sql);", "an index is created in a migration in a way that can't be read", "")]
    [InlineData("migrationBuilder.AddTrigrams();", "an index is created in a migration in a way that can't be read", "an index is created in a migration in a way that can't be read")]
    [InlineData("migrationBuilder.Operations.Add(operation);", "an index is created in a migration in a way that can't be read", "an index is created in a migration in a way that can't be read")]
    [InlineData("foreach (var t in tables) migrationBuilder.CreateIndex($\"IX_{t}\", t, \"TenantId\");", "an index is created in a migration in a way that can't be read", "an index is created in a migration in a way that can't be read")]
    [InlineData("if (migrationBuilder.ActiveProvider == \"x\") Console.WriteLine(migrationBuilder.ActiveProvider);", "", "")]
    [InlineData("Helper.Indexes(migrationBuilder);", "an index is created in a migration in a way that can't be read", "an index is created in a migration in a way that can't be read")]
    [InlineData("var table = new TableHelper(migrationBuilder); table.AddIndex(\"A\");", "an index is created in a migration in a way that can't be read", "an index is created in a migration in a way that can't be read")]
    [InlineData("using var _ = Helper.On(migrationBuilder);", "an index is created in a migration in a way that can't be read", "an index is created in a migration in a way that can't be read")]
    [InlineData("if (Helper.HasIndexes(migrationBuilder)) return;", "an index is created in a migration in a way that can't be read", "an index is created in a migration in a way that can't be read")]
    [InlineData("var provider = migrationBuilder.ActiveProvider;", "", "")]
    [InlineData("ArgumentNullException.ThrowIfNull(migrationBuilder);", "", "")]
    [InlineData("System.ArgumentNullException.ThrowIfNull(migrationBuilder);", "", "")]
    [InlineData("migrationBuilder.Sql($\"CREATE INDEX ix ON {Table} (a)\");", "an index is created in a migration in a way that can't be read", "an index is created in a migration in a way that can't be read")]
    [InlineData("migrationBuilder.Sql(System.IO.File.ReadAllText(\"x.sql\"));", "an index is created in a migration in a way that can't be read", "an index is created in a migration in a way that can't be read")]
    [InlineData("migrationBuilder.Sql(\"UPDATE orders SET a = 1\");", "", "")]
    [InlineData("migrationBuilder.CreateIndex(\"ix\", \"orders\", \"a\");", "", "")]
    public void An_index_that_a_migration_creates_unreadably_makes_its_table_partial(string statement, string order, string other) =>
        Assert.Equal([order, other], Reasons("", $$"""
            class AddIndex : Microsoft.EntityFrameworkCore.Migrations.Migration
            {
                protected override void Up(Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder migrationBuilder) { {{statement}} }
            }
            """));

    private static string[] Reasons(string statements, string more = "")
    {
        var model = ModelText.Read(Source(statements) + more);
        return [ModelText.Table(model, "Order").Knowledge.Reason, ModelText.Table(model, "Other").Knowledge.Reason];
    }

    private static string Source(string statements) => $$"""
        class Order { public int Id { get; set; } public int A { get; set; } public Other? Other { get; set; } public Part Part { get; set; } = new(); }
        class Other { public int Id { get; set; } }
        [Owned] class Part { public int X { get; set; } }
        static class Extensions
        {
            public static PropertyBuilder<int> InCents(this PropertyBuilder<int> property) => property.HasPrecision(2);
        }
        partial class Db : DbContext
        {
            partial void OnModelCreatingPartial(ModelBuilder modelBuilder);
            public DbSet<Order> Orders { get; set; }
            public DbSet<Other> Others { get; set; }
            protected override void OnModelCreating(ModelBuilder modelBuilder) { {{statements}} }
            private void Recurse(ModelBuilder modelBuilder) => Recurse(modelBuilder);
        }

        """;
}
