using CsCheck;
using Microsoft.EntityFrameworkCore;
using PerfAnalyzers.AccessPaths;
using PerfTool.Commands;
using PerfTool.Indexes;
using PerfTool.Indexes.Scripts;

namespace PerfTool.Tests.Indexes;

public class IndexNamesTests
{
    private static readonly Gen<MissingIndex> s_index =
        from table in Gen.Char.AlphaNumeric.Array[1, 70]
        from columns in Gen.OneOf(Gen.Char.AlphaNumeric, OneOf.These('é', '語')).Array[1, 40].Select(letters => new string(letters)).Array[1, 3]
        select Index(new string(table), columns);

    [Theory]
    [InlineData("sqlserver", 128)]
    [InlineData("postgresql", 63)]
    [InlineData("mysql", 64)]
    public void A_name_is_never_longer_than_the_database_allows(string database, int limit) => s_index.Array[1, 4].Sample(indexes =>
        IndexNames.Of(indexes, Databases.Named(database)).All(name => (database == "postgresql" ? System.Text.Encoding.UTF8.GetByteCount(name) : name.Length) <= limit));

    [Theory]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public void No_two_names_are_alike(string database) => s_index.Array[1, 4].Where(indexes => indexes.DistinctBy(index => index.ToString(), StringComparer.OrdinalIgnoreCase).Count() == indexes.Length)
        .Sample(indexes => IndexNames.Of(indexes, Databases.Named(database)).Distinct(StringComparer.OrdinalIgnoreCase).Count() == indexes.Length);

    [Fact]
    public void Two_that_would_be_cut_to_one_name_end_with_a_hash_that_stays_the_same()
    {
        var table = new string('T', 60);

        Assert.Equal(
            ["IX_TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT_", "IX_TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT_"],
            IndexNames.Of([Index(table, "A"), Index(table, "B")], Database.PostgreSql).Select(name => name[..^8]));
        Assert.Equal(IndexNames.Of([Index(table, "A"), Index(table, "B")], Database.PostgreSql)[0], IndexNames.Of([Index(table, "C"), Index(table, "A")], Database.PostgreSql)[1]);
    }

    [Theory]
    [InlineData("Orders")]
    [InlineData("OrdersOfACustomerWhoseNameIsMuchLongerThanAnyDatabaseWouldWant")]
    public void A_name_is_the_one_that_EF_Core_gives(string table)
    {
        using var context = new Context(new DbContextOptionsBuilder().UseNpgsql("Host=nowhere").ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, NoCache>().Options, table);
        var index = context.Model.FindEntityType(typeof(Order))!.GetIndexes().Single();

        Assert.Equal(index.GetDatabaseName(), Assert.Single(IndexNames.Of([Index(table, "Status", "CreatedAt")], Database.PostgreSql)));
    }

    private static MissingIndex Index(string table, params string[] columns) => new("Shop.Order", new TableName(null, table), [.. columns.Select(column => new IndexedColumn(column, column, false))], []);

    private sealed class Order
    {
        public int Id { get; set; }
        public int Status { get; set; }
        public int CreatedAt { get; set; }
    }

    private sealed class Context(DbContextOptions options, string table) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Order>().ToTable(table).HasIndex(order => new { order.Status, order.CreatedAt });
    }

    private sealed class NoCache : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => new();
    }
}
