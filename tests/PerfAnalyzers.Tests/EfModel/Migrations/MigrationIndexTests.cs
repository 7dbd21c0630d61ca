using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;

namespace PerfAnalyzers.Tests.EfModel.Migrations;

/// <summary>An index that only migrations know counts as an index.</summary>
public class MigrationIndexTests
{
    [Theory]
    [InlineData("migrationBuilder.CreateIndex(name: \"ix\", table: \"Orders\", column: \"A\");", "(A)")]
    [InlineData("migrationBuilder.CreateIndex(\"ix\", \"Orders\", \"A\");", "(A)")]
    [InlineData("migrationBuilder.CreateIndex(name: \"ix\", table: \"Orders\", columns: new[] { \"A\", \"b_column\" }, unique: true);", "(A, B) unique")]
    [InlineData("migrationBuilder.CreateIndex(name: \"ix\", table: \"Orders\", columns: new[] { \"A\", \"b_column\" }, descending: new[] { false, true });", "(A, B desc)")]
    [InlineData("migrationBuilder.CreateIndex(name: \"ix\", table: \"Orders\", column: \"A\", filter: \"a > 1\");", "(A) filtered a > 1")]
    [InlineData("migrationBuilder.CreateIndex(name: \"ix\", table: \"Orders\", column: \"A\").Annotation(\"SqlServer:Include\", new[] { \"b_column\" });", "(A) including B")]
    [InlineData("migrationBuilder.CreateIndex(name: \"ix\", table: \"Orders\", column: \"A\").Annotation(\"Npgsql:IndexMethod\", \"gin\");", "(A) gin")]
    [InlineData("migrationBuilder.CreateIndex(name: \"ix\", table: \"orders\", column: \"head_city\");", "(Head.City)")]
    [InlineData("migrationBuilder.CreateTable(name: \"Orders\", columns: t => new { A = t.Column<int>() }, constraints: t => { t.UniqueConstraint(\"AK\", x => x.A); });", "(A) unique")]
    [InlineData("migrationBuilder.Sql(\"CREATE INDEX ix ON orders (a)\");", "(A)")]
    [InlineData("migrationBuilder.Sql(\"CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix ON public.\\\"Orders\\\" (a, \\\"b_column\\\" DESC) WHERE a > 1;\");", "(A, B desc) unique filtered a > 1")]
    [InlineData("migrationBuilder.Sql(\"CREATE NONCLUSTERED INDEX ix \" + \"ON [dbo].[Orders] ([A]) INCLUDE ([b_column])\");", "(A)")]
    [InlineData("migrationBuilder.Sql(\"CREATE INDEX ix ON orders USING gin (a)\");", "(A) gin")]
    [InlineData("migrationBuilder.CreateIndex(\"ix\", \"Old\", \"Z\"); migrationBuilder.RenameTable(name: \"Old\", newName: \"Orders\"); migrationBuilder.RenameColumn(name: \"Z\", table: \"Orders\", newName: \"A\");", "(A)")]
    [InlineData("migrationBuilder.CreateIndex(\"ix\", \"Orders\", \"A\"); migrationBuilder.RenameIndex(name: \"ix\", newName: \"iy\", table: \"Orders\"); migrationBuilder.DropIndex(\"ix\", \"Orders\");", "(A)")]
    public void It_is_found(string statements, string expected)
    {
        var table = Table(statements);
        Assert.Equal("", table.Knowledge.Reason);
        Assert.Equal(expected, Assert.Single(table.Indexes, index => index.Origin == IndexOrigin.Migration) is { } index ? ModelText.Text(index) : "");
    }

    [Theory]
    [InlineData("migrationBuilder.CreateIndex(\"ix\", \"Orders\", \"A\"); migrationBuilder.DropIndex(name: \"ix\", table: \"Orders\");")]
    [InlineData("migrationBuilder.CreateIndex(\"ix\", \"Orders\", \"A\"); migrationBuilder.RenameIndex(name: \"ix\", newName: \"iy\", table: \"Orders\"); migrationBuilder.DropIndex(\"iy\", \"Orders\");")]
    [InlineData("migrationBuilder.CreateIndex(\"ix\", \"Orders\", \"Gone\"); migrationBuilder.DropColumn(name: \"Gone\", table: \"Orders\");")]
    [InlineData("migrationBuilder.CreateIndex(\"ix\", \"Orders\", \"A\"); migrationBuilder.DropTable(\"Orders\");")]
    [InlineData("migrationBuilder.Sql(\"CREATE INDEX ix ON orders (a)\"); migrationBuilder.Sql(\"DROP INDEX IF EXISTS ix\");")]
    [InlineData("migrationBuilder.CreateIndex(\"ix\", \"Elsewhere\", \"A\");")]
    [InlineData("migrationBuilder.CreateIndex(\"ix\", \"Orders\", \"Id\");")]
    public void What_is_dropped_known_or_elsewhere_is_not(string statements)
    {
        var table = Table(statements);
        Assert.Equal("", table.Knowledge.Reason);
        Assert.DoesNotContain(table.Indexes, index => index.Origin == IndexOrigin.Migration);
    }

    [Fact]
    public void A_column_that_is_none_of_the_model_makes_the_table_partial() =>
        Assert.Equal("a migration creates an index of Order on a column that isn't one of the model", Table("migrationBuilder.CreateIndex(\"ix\", \"Orders\", \"Nowhere\");").Knowledge.Reason);

    [Fact]
    public void Migrations_run_in_the_order_of_their_ids() =>
        Assert.DoesNotContain(Read("""
            [Migration("20240202000000_Second")] partial class Second { }
            partial class Second : Migration { protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.DropIndex("ix", "Orders"); }
            [Migration("20240101000000_First")] partial class First { }
            partial class First : Migration { protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex("ix", "Orders", "A"); }
            """).Indexes, index => index.Origin == IndexOrigin.Migration);

    [Fact]
    public void Migrations_of_another_context_say_nothing() =>
        Assert.DoesNotContain(Read("""
            [DbContext(typeof(Other))] [Migration("20240101000000_First")] partial class First { }
            partial class First : Migration { protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex("ix", "Orders", "A"); }
            """).Indexes, index => index.Origin == IndexOrigin.Migration);

    private static EntityTable Table(string statements) =>
        Read($$"""class AddIndex : Migration { protected override void Up(MigrationBuilder migrationBuilder) { {{statements}} } }""");

    private static EntityTable Read(string migrations) => ModelText.Table($$"""
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Migrations;
        class Order { public int Id { get; set; } public int A { get; set; } [Column("b_column")] public int B { get; set; } public Address Head { get; set; } }
        [Owned] class Address { public string City { get; set; } }
        class Db : DbContext { public DbSet<Order> Orders { get; set; } }
        {{migrations}}
        """, "Order");
}
