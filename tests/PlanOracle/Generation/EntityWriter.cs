using System.Text;

namespace PerfTooling.PlanOracle.Generation;

/// <summary>Writes the class of an entity, with the indexes and keys that attributes declare.</summary>
internal static class EntityWriter
{
    public static string Class(EntityPlan entity)
    {
        var text = new StringBuilder();
        if (entity.KeyStyle == "[PrimaryKey]")
            text.AppendLine($"[PrimaryKey({string.Join(", ", entity.Key.Select(column => $"nameof({column.Name})"))})]");
        foreach (var index in entity.Indexes.Where(index => index.Style == IndexStyle.Attribute))
            text.AppendLine(Attribute(index));

        var bases = entity.Base is not null ? " : " + entity.Base.Name : entity.IsAudited ? " : IAudited" : "";
        text.AppendLine($"public class {entity.Name}{bases}").AppendLine("{");
        foreach (var column in entity.Columns.Where(column => column.IsDeclared))
        {
            var key = entity.KeyStyle == "[Key]" && entity.Key.Contains(column) ? "[Key] " : "";
            var initial = column is { Kind: ValueKind.String, IsNullable: false } ? " = \"\";" : "";
            text.AppendLine($"    {key}public {column.Type} {column.Name} {{ get; set; }}{initial}");
        }

        if (HasOwned(entity))
            text.AppendLine("    public Address Home { get; set; } = new();");
        foreach (var reference in entity.References)
            text.AppendLine($"    public {reference.Principal.Name}{(reference.ForeignKey.IsNullable ? "?" : "")} {reference.Principal.Name} {{ get; set; }}{(reference.ForeignKey.IsNullable ? "" : " = null!;")}");
        foreach (var (name, other, _) in entity.Collections)
            text.AppendLine($"    public List<{other.Name}> {name} {{ get; set; }} = new();");
        return text.AppendLine("}").ToString();
    }

    public static bool HasOwned(EntityPlan entity) => entity.Columns.Any(column => column.Owner is not null);

    private static string Attribute(IndexPlan index)
    {
        var arguments = index.Columns.Select((column, i) => i % 2 == 0 ? $"nameof({column.Name})" : $"\"{column.Name}\"").ToList();
        if (index.IsUnique)
            arguments.Add("IsUnique = true");
        if (index.Descending.Length > 0)
            arguments.Add(index.Descending.All(down => down) ? "AllDescending = true" : $"IsDescending = new[] {{ {string.Join(", ", index.Descending.Select(down => down ? "true" : "false"))} }}");
        return $"[Index({string.Join(", ", arguments)})]";
    }
}
