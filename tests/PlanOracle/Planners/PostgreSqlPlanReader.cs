using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>Reads what PostgreSQL's EXPLAIN (FORMAT JSON) says.</summary>
/// <param name="indexes">The indexes by name.</param>
internal sealed partial class PostgreSqlPlanReader(IReadOnlyDictionary<string, PostgreSqlIndex> indexes)
{
    /// <param name="sql">The command: the planner adds conditions of its own, which aren't the query's.</param>
    public PlanReading Read(string sql, string json)
    {
        using var document = JsonDocument.Parse(json);
        var accesses = ImmutableArray.CreateBuilder<TableAccess>();
        var sorts = false;
        Visit(document.RootElement[0].GetProperty("Plan"), drives: true, isRepeated: false);
        return new PlanReading(accesses.ToImmutable(), sorts);

        void Visit(JsonElement node, bool drives, bool isRepeated)
        {
            var type = Text(node, "Node Type");
            sorts |= type == "Sort" && drives;
            if (node.TryGetProperty("Relation Name", out _) && type != "ModifyTable")
            {
                accesses.Add(new TableAccess(Text(node, "Alias"), Kind(sql, node), drives, isRepeated));
                return;
            }

            if (!node.TryGetProperty("Plans", out var plans))
                return;

            var join = Text(node, "Join Type");
            foreach (var child in plans.EnumerateArray())
            {
                var relationship = Text(child, "Parent Relationship");
                var isOptional = (relationship == "Inner" && join is "Left" or "Anti") || (relationship == "Outer" && join == "Right") || join == "Full";
                var isCorrelated = relationship == "SubPlan";
                Visit(child, drives && !isOptional && !isCorrelated, isRepeated || isCorrelated || (relationship == "Inner" && type == "Nested Loop"));
            }
        }
    }

    private AccessKind Kind(string sql, JsonElement node) => Text(node, "Node Type") switch
    {
        "Index Scan" or "Index Only Scan" or "Bitmap Index Scan" => OfIndex(sql, node),
        "Bitmap Heap Scan" => Kind(sql, node.GetProperty("Plans")[0]),
        "BitmapAnd" => Children(sql, node).Contains(AccessKind.Seek) ? AccessKind.Seek : Children(sql, node).Max(),
        "BitmapOr" => Children(sql, node).Contains(AccessKind.Scan) ? AccessKind.Scan : Children(sql, node).Max(),
        _ => AccessKind.Scan,
    };

    private List<AccessKind> Children(string sql, JsonElement node) => [.. node.GetProperty("Plans").EnumerateArray().Select(child => Kind(sql, child))];

    private AccessKind OfIndex(string sql, JsonElement node)
    {
        var index = indexes[Text(node, "Index Name")];
        var conditions = Text(node, "Index Cond").Split(" AND ")
            .Where(condition => ColumnNames().Matches(condition).Any(name => name.Groups["name"].Value == index.LeadingColumn) && !IsOfMaximum(sql, condition))
            .ToList();
        return conditions.Count == 0
            ? index.Filter is { } filter ? FilteredIndex.Kind(filter, sql) : AccessKind.Scan
            : conditions.Exists(condition => !OtherTable().IsMatch(condition)) ? AccessKind.Seek : AccessKind.Lookup;
    }

    /// <summary>MAX and MIN are answered from the end of an index, past its nulls: a condition that the query doesn't have.</summary>
    private static bool IsOfMaximum(string sql, string condition) =>
        condition.Contains("IS NOT NULL") && !sql.Contains(ColumnNames().Match(condition).Value + " IS NOT NULL");

    private static string Text(JsonElement node, string property) => node.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";

    // Columns of the index stand alone; those of other tables behind their table's alias.
    [GeneratedRegex("""
        (?<!\.)"(?<name>[^"]+)"(?!\.)
        """)]
    private static partial Regex ColumnNames();

    [GeneratedRegex(@"\b\w+\.""|""\.""")]
    private static partial Regex OtherTable();
}
