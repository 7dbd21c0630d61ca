namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>Draws a plan.</summary>
internal static class PlanTree
{
    /// <summary>A line for each step, the remarks in a column of their own.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<PlanNode> roots)
    {
        var lines = new List<(string Text, string? Remark)>();
        Draw(roots, "");
        var width = lines.Where(line => line.Remark is not null).Select(line => line.Text.Length).DefaultIfEmpty().Max();
        return [.. lines.Select(line => line.Remark is null ? line.Text : $"{line.Text.PadRight(width)}  ← {line.Remark}")];

        void Draw(IReadOnlyList<PlanNode> nodes, string indent)
        {
            for (var i = 0; i < nodes.Count; i++)
            {
                var isLast = i == nodes.Count - 1;
                lines.Add((indent + (isLast ? "└─ " : "├─ ") + nodes[i].Text, nodes[i].Remark));
                Draw(nodes[i].Children, indent + (isLast ? "   " : "│  "));
            }
        }
    }
}
