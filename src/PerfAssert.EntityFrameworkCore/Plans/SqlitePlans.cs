using System.Data.Common;
using System.Text.RegularExpressions;

namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>Asks SQLite for plans. Without ANALYZE, which no test database has, its planner uses an index wherever there is one, however small the table.</summary>
internal sealed partial class SqlitePlans : PlanDatabase
{
    public override bool CanQueryBesideReader => true;

    public override QueryPlan Explain(DbConnection connection, string sql, IReadOnlyList<DbParameter> parameters)
    {
        var names = Query(connection, "SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'index')", [], row => (Type: row.GetString(0), Name: row.GetString(1), Sql: row.IsDBNull(2) ? "" : row.GetString(2)));
        var rows = Query(connection, "EXPLAIN QUERY PLAN " + sql, parameters, row => new SqlitePlanRow(row.GetInt32(0), row.GetInt32(1), row.GetString(3)));
        return Read(
            sql,
            rows,
            names.Where(entry => entry.Type == "table").Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase),
            names.Where(entry => entry.Type == "index" && Where().IsMatch(entry.Sql)).Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="sql">The command.</param>
    /// <param name="rows">The plan.</param>
    /// <param name="tables">The database's tables, among the names in the command.</param>
    /// <param name="filteredIndexes">Its indexes that hold only some rows.</param>
    internal static QueryPlan Read(string sql, IReadOnlyList<SqlitePlanRow> rows, IReadOnlySet<string> tables, IReadOnlySet<string> filteredIndexes)
    {
        var shape = SqlShape.Of(sql);
        return new QueryPlan(sql, Nodes(0));

        IReadOnlyList<PlanNode> Nodes(int parent)
        {
            var siblings = rows.Where(row => row.Parent == parent && row.Id != parent).ToList();
            var sorts = siblings.Exists(row => row.Detail.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal) && !row.Detail.Contains("LAST", StringComparison.Ordinal));
            return [.. siblings.Select(row => Node(row, sorts))];
        }

        PlanNode Node(SqlitePlanRow row, bool sorts)
        {
            var access = Access(row.Detail, sorts);
            return new PlanNode(row.Detail, access is null ? Remark(row.Detail) : Remark(access), access, Nodes(row.Id));
        }

        TableAccess? Access(string detail, bool sorts)
        {
            var match = Step().Match(detail);
            if (!match.Success)
                return null;
            var alias = match.Groups["alias"].Value;
            var found = shape.Find(alias);
            // A subquery or a common table expression is no table; a name that the command does not have is of a view's table.
            if (found is { } known ? !tables.Contains(known.Table) : shape.IsDerived(alias))
                return null;
            var index = match.Groups["index"].Success ? match.Groups["index"].Value : null;
            return new TableAccess(found?.Table ?? alias, alias, Kind(match, index, found?.Scope, sorts), index);
        }

        TableAccessKind Kind(Match match, string? index, SqlScope? scope, bool sorts)
        {
            if (match.Groups["automatic"].Success)
                return TableAccessKind.AutomaticIndex;
            if (match.Groups["verb"].Value == "SEARCH")
                // Without a column: the end of an index, for MAX and MIN.
                return match.Groups["condition"].Success ? TableAccessKind.Seek : TableAccessKind.OrderedScan;
            if (index is not null && filteredIndexes.Contains(index))
                return TableAccessKind.FilteredIndexScan;
            if (scope is { IsLimited: true, IsAggregate: false } && !sorts && (scope.StopsEarly || (index is not null && scope.Order.Count > 0)))
                return TableAccessKind.OrderedScan;
            return index is null ? TableAccessKind.TableScan : TableAccessKind.IndexScan;
        }
    }

    private static string? Remark(TableAccess access) => access.Kind switch
    {
        TableAccessKind.TableScan => $"reads all of {access.Table}",
        TableAccessKind.IndexScan => $"reads all of index {access.Index}, which has every row of {access.Table}",
        TableAccessKind.AutomaticIndex => $"reads all of {access.Table} to build an index for this query alone",
        TableAccessKind.OrderedScan => "until there are enough rows",
        TableAccessKind.FilteredIndexScan => "reads all of an index that holds only the rows of its filter",
        _ => null,
    };

    private static string? Remark(string detail) => !detail.StartsWith("USE TEMP B-TREE FOR ", StringComparison.Ordinal) ? null
        : detail.Contains("ORDER BY", StringComparison.Ordinal) ? "sorts: no index has the rows in this order"
        : detail.Contains("GROUP BY", StringComparison.Ordinal) ? "groups: no index has the rows in this order"
        : detail.Contains("DISTINCT", StringComparison.Ordinal) ? "keeps all values, to leave out what it had before"
        : null;

    // Not "SCAN CONSTANT ROW", "SCAN (subquery-1)", nor a virtual table such as json_each.
    [GeneratedRegex("""
        ^(?<verb>SCAN|SEARCH) (?!CONSTANT ROW)(?:TABLE )?(?<alias>[^\s()]+)(?!.*VIRTUAL TABLE)(?: AS (?<alias>\S+))?(?: EXISTS)?(?: USING (?:(?:INTEGER )?PRIMARY KEY|(?<automatic>AUTOMATIC )?(?:PARTIAL )?(?:COVERING )?INDEX ?(?<index>[^\s(]+)?))?(?: (?<condition>\(.+\)))?
        """)]
    private static partial Regex Step();

    [GeneratedRegex(@"\sWHERE\s", RegexOptions.IgnoreCase)]
    private static partial Regex Where();
}
