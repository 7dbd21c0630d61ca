using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.AccessPaths;

/// <summary>Holds the table of docs/databases.md against what the rules go by.</summary>
public class DatabaseTraitsTests
{
    private static readonly TableIndex s_ab = new(IndexOrigin.Fluent, "A", "B");

    private static readonly Dictionary<string, Func<DatabaseTraits, bool>> s_rows = new()
    {
        ["`==`, `== null`"] = database => database.CanSeek(Compare(Comparison.Equality)),
        ["one of a list (`IN`)"] = database => database.CanSeek(Compare(Comparison.In)),
        ["`<`, `<=`, `>`, `>=`"] = database => database.CanSeek(Compare(Comparison.Range)),
        ["`StartsWith(x)`, `Like(\"x%\")`"] = database => database.CanSeek(Compare(Comparison.Prefix)),
        ["`!= null`"] = database => database.CanSeek(Compare(Comparison.NotNull)),
        ["a bool on its own"] = database => database.CanSeek(Compare(Comparison.Truth)),
        ["a bool that isn't a value (`o.IsPaid != flag`)"] = database => database.CanSeek(Compare(Comparison.Inequality) with { IsBool = true }),
        ["`!=`, not in a list"] = database => database.CanSeek(Compare(Comparison.Inequality)),
        ["the day of a column (`.Date`)"] = database => database.CanSeek(Express(ColumnTransform.Date)),
        ["its year, `ToLower()`, any other function"] = database => database.CanSeek(Express(ColumnTransform.Year)) || database.CanSeek(Express(ColumnTransform.Function)),
        ["arithmetic on a column"] = database => database.CanSeek(Express(ColumnTransform.Arithmetic)),
        ["a conversion written as CAST"] = database => database.CanSeek(Express(ColumnTransform.Conversion)),
        ["`column ?? value`"] = database => database.CanSeek(Express(ColumnTransform.Coalesce)),
        ["an OR, with an index for each operand"] = database => Find(database, [new OrPredicate([Compare(Comparison.Equality), Compare(Comparison.Range, "B")])], s_ab, new(IndexOrigin.Fluent, "B")) is Seek,
        ["the rows that `Any` finds, leading to the query's own"] = database => database.LeadsByExists,
        ["a range of a `decimal`"] = database => database.CanSeek(Compare(Comparison.Range) with { IsDecimal = true }),
        ["the order of a `decimal`"] = database => database.CanOrder(new SortKey("A", false) { IsDecimal = true }),
        ["the order of the columns after an equality"] = database => SortPath.Delivers(s_ab, 1, [new("B", false)], database),
        ["the order of the columns after a list"] = database => IsSortServed(database, Comparison.In),
        ["the opposite order of all columns"] = database => SortPath.Delivers(s_ab, 0, [new("A", true), new("B", true)], database),
        ["a mixed order, from an index without directions"] = database => SortPath.Delivers(s_ab, 0, [new("A", false), new("B", true)], database),
        ["a mixed order, from an index with these directions"] = database =>
            SortPath.Delivers(s_ab with { Columns = [new("A"), new("B", IsDescending: true)] }, 0, [new("A", false), new("B", true)], database),
        ["the order of the key, after the index's own columns"] = database =>
            SortPath.Delivers(s_ab, 2, [new("Id", true)], [s_ab, new(IndexOrigin.Key, "Id") { IsUnique = true }], database),
        ["skip-scan past a leading column"] = database => Find(database, [Compare(Comparison.Equality, "B")], s_ab) is Seek,
    };

    public static TheoryData<string> Rows => [.. s_rows.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_table_says_what_the_rules_go_by(string row) =>
        Assert.Equal(DatabaseTraits.All.Select(database => s_rows[row](database) ? "yes" : "no"), Table()[row]);

    [Fact]
    public void The_table_has_no_row_that_nothing_holds() => Assert.Equal(s_rows.Keys, Table().Keys);

    [Fact]
    public void The_columns_of_the_table_are_the_databases() => Assert.Equal(["SqlServer", "PostgreSql", "Sqlite", "MySql"], DatabaseTraits.All.Select(database => database.Database.ToString()));

    private static ColumnPredicate Compare(Comparison comparison, string column = "A") => new(column, comparison, 0);

    private static ColumnExpressionPredicate Express(ColumnTransform transform) => new("A", transform, "f(A)", Comparison.Equality, 0);

    private static AccessPath Find(DatabaseTraits database, ImmutableArray<Predicate> filter, params ImmutableArray<TableIndex> indexes) => AccessPathFinder.Find(filter, indexes, database);

    /// <summary>True when nothing better is advised than the index on the filtered column and the sort key.</summary>
    private static bool IsSortServed(DatabaseTraits database, Comparison comparison) =>
        IndexAdvisor.ForConjunction([Compare(comparison)], [new("B", false)], database)!.Columns.Length == 2;

    private static Dictionary<string, string[]> Table() =>
        File.ReadLines(Path.Combine(Repository.Root, "docs", "databases.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && (line.EndsWith(" yes |", StringComparison.Ordinal) || line.EndsWith(" no |", StringComparison.Ordinal)))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1], cells => cells[2..^1]);
}
