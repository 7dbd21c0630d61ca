using System.Text.Json;
using System.Text.RegularExpressions;

namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>Reads what PostgreSQL's EXPLAIN (FORMAT JSON) says.</summary>
internal static class PostgreSqlPlanReader
{
    private static readonly string[] Conditions = ["Index Cond", "Hash Cond", "Merge Cond", "Recheck Cond", "Join Filter", "Filter", "Sort Key", "Presorted Key", "Group Key"];

    /// <summary>Reads a plan.</summary>
    /// <param name="sql">The command.</param>
    /// <param name="json">The plan.</param>
    /// <param name="indexes">The database's indexes by name.</param>
    public static QueryPlan Read(string sql, string json, IReadOnlyDictionary<string, PostgreSqlIndex> indexes)
    {
        var shape = SqlShape.Of(sql);
        using var document = JsonDocument.Parse(json);
        return new QueryPlan(sql, [Node(document.RootElement[0].GetProperty("Plan"), stopsEarly: false)]);

        PlanNode Node(JsonElement node, bool stopsEarly)
        {
            var access = Access(node, stopsEarly);
            var type = Text(node, "Node Type");
            // A bitmap's indexes belong to the table above them.
            var children = Children(node).Select(child => Node(child, stopsEarly: type == "Limit" || (stopsEarly && PassesOn(type, Text(child, "Parent Relationship"))))).ToList();
            return new PlanNode(Words(node), access is null ? (type == "Sort" ? "sorts: no index has the rows in this order" : null) : Remark(access), access, children);
        }

        TableAccess? Access(JsonElement node, bool stopsEarly)
        {
            var table = Text(node, "Relation Name");
            var type = Text(node, "Node Type");
            // Nor the catalog, which EF Core asks whether a table is there.
            if (table.Length == 0 || table.StartsWith("pg_", StringComparison.Ordinal) || type is "ModifyTable" or "Foreign Scan")
                return null;
            var alias = Text(node, "Alias");
            var filtered = node.TryGetProperty("Filter", out _);
            // EXISTS is done with the first row, and has no Limit in the plan.
            var enough = stopsEarly || shape.Find(alias) is { Scope: { IsExists: true, StopsEarly: true } };
            var index = Text(node, "Index Name");
            if (index.Length == 0 && type == "Bitmap Heap Scan")
                index = FirstIndex(node);
            return new TableAccess(table, alias, Kind(), index.Length > 0 ? index : null);

            TableAccessKind Kind() => type switch
            {
                "Tid Scan" or "Tid Range Scan" => TableAccessKind.Seek,
                "Index Scan" or "Index Only Scan" => OfIndex(node, enough),
                "Bitmap Heap Scan" => OfBitmap(Children(node).First()),
                _ => enough && !filtered ? TableAccessKind.OrderedScan : TableAccessKind.TableScan,
            };
        }

        TableAccessKind OfIndex(JsonElement node, bool stopsEarly)
        {
            indexes.TryGetValue(Text(node, "Index Name"), out var index);
            var condition = Text(node, "Index Cond");
            // MAX and MIN are answered from the end of an index, past its nulls.
            var isEnd = stopsEarly && condition.Length > 0 && condition.EndsWith("IS NOT NULL)", StringComparison.Ordinal) && !condition.Contains(" AND ", StringComparison.Ordinal);
            if (condition.Length > 0 && !isEnd && (index?.LeadingColumn is not { } leading || Names(condition, leading)))
                return TableAccessKind.Seek;
            return index is { IsFiltered: true } ? TableAccessKind.FilteredIndexScan : stopsEarly ? TableAccessKind.OrderedScan : TableAccessKind.IndexScan;
        }

        TableAccessKind OfBitmap(JsonElement node) => Text(node, "Node Type") switch
        {
            "BitmapAnd" => Children(node).Select(OfBitmap).Min(),
            "BitmapOr" => Children(node).Select(OfBitmap).Max(),
            _ => OfIndex(node, stopsEarly: false),
        };
    }

    /// <summary>Whether a step hands its rows on as they come, so that whoever stops reading it stops what it reads.</summary>
    private static bool PassesOn(string type, string relationship) => type switch
    {
        "Nested Loop" or "Hash Join" or "Merge Join" => relationship == "Outer",
        "Sort" or "Aggregate" or "Hash" or "WindowAgg" or "SetOp" or "Materialize" or "Bitmap Heap Scan" => false,
        _ => relationship is "Outer" or "Member" or "Subquery",
    };

    private static IEnumerable<JsonElement> Children(JsonElement node) => node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray() : [];

    private static string FirstIndex(JsonElement node) => Children(node).Select(child => Text(child, "Index Name") is { Length: > 0 } name ? name : FirstIndex(child)).FirstOrDefault() ?? "";

    /// <summary>For example "Index Scan using IX_Orders_Code on Orders o  (Index Cond: …)".</summary>
    private static string Words(JsonElement node)
    {
        var join = Text(node, "Join Type");
        var type = Text(node, "Node Type");
        var text = join.Length > 0 && join != "Inner" ? type.Replace(" Join", $" {join} Join", StringComparison.Ordinal) + (type == "Nested Loop" ? $" {join} Join" : "") : type;
        if (type == "ModifyTable")
            text = Text(node, "Operation");
        if (Text(node, "Subplan Name") is { Length: > 0 } name)
            text = $"{name}: {text}";
        if (Text(node, "Index Name") is { Length: > 0 } index)
            text += $" using {index}";
        if (Text(node, "Relation Name") is { Length: > 0 } table)
            text += $" on {table}" + (Text(node, "Alias") is { Length: > 0 } alias && alias != table ? " " + alias : "");
        var conditions = Conditions.Where(condition => node.TryGetProperty(condition, out _)).Select(condition => $"{condition}: {Text(node, condition)}");
        var all = string.Join(", ", conditions);
        return all.Length > 0 ? $"{text}  ({all})" : text;
    }

    private static string? Remark(TableAccess access) => access.Kind switch
    {
        TableAccessKind.TableScan => $"reads all of {access.Table}",
        TableAccessKind.IndexScan => $"reads all of index {access.Index}, which has every row of {access.Table}",
        TableAccessKind.OrderedScan => "until there are enough rows",
        TableAccessKind.FilteredIndexScan => "reads all of an index that holds only the rows of its filter",
        _ => null,
    };

    /// <summary>Whether a condition names a column of the index's own table: other tables' stand behind their alias.</summary>
    private static bool Names(string condition, string column) =>
        Regex.IsMatch(condition, $@"(?<![.\w""])(?:""{Regex.Escape(column)}""|{Regex.Escape(column)}\b)(?![.""])", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Text(JsonElement node, string property) => !node.TryGetProperty(property, out var value) ? ""
        : value.ValueKind == JsonValueKind.Array ? string.Join(", ", value.EnumerateArray().Select(item => item.ToString()))
        : value.ToString();
}
