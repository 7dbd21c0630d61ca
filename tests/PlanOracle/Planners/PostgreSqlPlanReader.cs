using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>Reads what PostgreSQL's EXPLAIN (FORMAT JSON) says.</summary>
/// <param name="indexes">The indexes by name.</param>
internal sealed partial class PostgreSqlPlanReader(IReadOnlyDictionary<string, PostgreSqlIndex> indexes)
{
    public PlanReading Read(string json)
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
                accesses.Add(new TableAccess(Text(node, "Alias"), Kind(node), drives, isRepeated));
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

    private AccessKind Kind(JsonElement node) => Text(node, "Node Type") switch
    {
        "Index Scan" or "Index Only Scan" or "Bitmap Index Scan" => OfIndex(node),
        "Bitmap Heap Scan" => Kind(node.GetProperty("Plans")[0]),
        "BitmapAnd" => Children(node).Contains(AccessKind.Seek) ? AccessKind.Seek : Children(node).Max(),
        "BitmapOr" => Children(node).Contains(AccessKind.Scan) ? AccessKind.Scan : Children(node).Max(),
        _ => AccessKind.Scan,
    };

    private List<AccessKind> Children(JsonElement node) => [.. node.GetProperty("Plans").EnumerateArray().Select(Kind)];

    private AccessKind OfIndex(JsonElement node)
    {
        var index = indexes[Text(node, "Index Name")];
        var conditions = Text(node, "Index Cond").Split(" AND ").Where(condition => ColumnNames().Matches(condition).Any(name => Unquoted(name) == index.LeadingColumn)).ToList();
        return conditions.Count == 0
            ? index.IsFiltered ? AccessKind.FilteredIndex : AccessKind.Scan
            : conditions.Exists(condition => !OtherTable().IsMatch(condition)) ? AccessKind.Seek : AccessKind.Lookup;
    }

    private static string Unquoted(Match name) => name.Groups["quoted"].Success ? name.Groups["quoted"].Value : name.Value;

    private static string Text(JsonElement node, string property) => node.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";

    // Columns of the index stand alone; those of other tables behind their table's alias.
    [GeneratedRegex("""
        (?<!\.)"(?<quoted>[^"]+)"(?!\.)
        """)]
    private static partial Regex ColumnNames();

    [GeneratedRegex(@"\b\w+\.""|""\.""")]
    private static partial Regex OtherTable();
}
