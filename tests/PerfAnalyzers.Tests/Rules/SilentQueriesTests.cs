namespace PerfAnalyzers.Tests.Rules;

/// <summary>Queries of which nothing is said, however badly indexed what they test is.</summary>
public class SilentQueriesTests
{
    [Theory]
    [InlineData("db.Orders.Where(o => o.Phone == text).Union(db.Orders.Where(o => o.Note == text)).ToList();")]
    [InlineData("db.Orders.Where(o => o.Phone == text).Concat(db.Orders.Where(o => o.Note == text)).Count();")]
    [InlineData("db.Orders.Where(o => o.Phone == text).Except(db.Orders.Where(o => o.Note == text)).ToList();")]
    [InlineData("db.Orders.Where(o => o.Id == id).Intersect(db.Orders).Where(o => o.Phone == text).First();")]
    [InlineData("db.Orders.UnionBy(db.Orders.Where(o => o.Note == text), o => o.Email).ToList();")]
    public Task Operators_on_sets_of_rows_are_not_read(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.FromSqlRaw(\"SELECT * FROM Orders\").Where(o => o.Phone == text).ToList();")]
    [InlineData("db.Orders.FromSql($\"SELECT * FROM Orders\").First(o => o.Phone == text);")]
    [InlineData("db.Database.SqlQuery<Order>($\"SELECT * FROM Orders\").Where(o => o.Phone == text).ToList();")]
    public Task SQL_of_the_users_own_is_not_read(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Find(id);")]
    [InlineData("await db.Orders.FindAsync(id);")]
    [InlineData("db.Find<Order>(id);")]
    public Task A_key_is_always_indexed(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Local.Where(o => o.Phone == text).ToList();")]
    [InlineData("db.Orders.AsEnumerable().Where(o => o.Phone == text).ToList();")]
    [InlineData("db.Orders.ToList().First(o => o.Phone == text);")]
    [InlineData("foreach (var o in db.Orders.ToList().Where(o => o.Phone == text)) { }")]
    public Task What_works_on_objects_is_no_query(string query) => RuleShop.Verify(query);
}
