namespace PerfTooling.PlanOracle.Generation;

/// <summary>Writes what the fluent configuration of an entity says, each statement on a builder.</summary>
internal static class ConfigurationWriter
{
    /// <summary>The calls, without the builder they are made on: <c>HasIndex(x =&gt; x.Email).IsUnique()</c>.</summary>
    public static List<string> Statements(EntityPlan entity)
    {
        var statements = new List<string>();
        if (entity.KeyStyle == "HasKey")
            statements.Add($"HasKey({Selector(entity.Key)})");
        foreach (var column in entity.Columns.Where(column => column.IsShadow && !IsForeignKey(entity, column)))
            statements.Add($"Property<{column.Type}>(\"{column.Name}\")");
        foreach (var reference in entity.References.Where(reference => reference.IsFluent))
            statements.Add(Relationship(reference));
        if (EntityWriter.HasOwned(entity))
            statements.Add(Owned(entity));
        if (entity.QueryFilter is { } filter)
            statements.Add($"HasQueryFilter(x => {filter})");
        foreach (var index in entity.Indexes.Where(index => index.Style != IndexStyle.Attribute && index.Columns[0].Owner is null))
            statements.Add(Index(index));
        return statements;
    }

    private static bool IsForeignKey(EntityPlan entity, ColumnPlan column) => entity.References.Any(reference => reference.ForeignKey == column);

    private static string Relationship(ReferencePlan reference)
    {
        var key = reference.ForeignKey;
        var with = reference.Collection is { } name ? $"WithMany(p => p.{name})" : "WithMany()";
        var property = key.IsShadow ? $"\"{key.Name}\"" : $"x => x.{key.Name}";
        return $"HasOne(x => x.{reference.Principal.Name}).{with}.HasForeignKey({property})";
    }

    private static string Owned(EntityPlan entity)
    {
        var indexes = entity.Indexes.Where(index => index.Columns[0].Owner is not null).ToList();
        return indexes.Count == 0
            ? "OwnsOne(x => x.Home)"
            : $"OwnsOne(x => x.Home, home => {{ {string.Concat(indexes.Select(index => $"home.{Index(index)}; "))}}})";
    }

    private static string Index(IndexPlan index)
    {
        if (index.Style == IndexStyle.AlternateKey)
            return $"HasAlternateKey({Selector(index.Columns)})";

        var columns = index.Style == IndexStyle.Lambda
            ? Selector(index.Columns)
            : string.Join(", ", index.Columns.Select((column, i) => i % 2 == 0 || column.IsShadow ? $"\"{column.Name}\"" : $"\"{column.Name}\""));
        var text = $"HasIndex({columns})";
        if (index.IsUnique)
            text += ".IsUnique()";
        if (index.Descending.Length > 0)
            text += index.Descending.All(down => down) ? ".IsDescending()" : $".IsDescending({string.Join(", ", index.Descending.Select(down => down ? "true" : "false"))})";
        if (index.Filter is { } filter)
            text += $".HasFilter(\"{filter.Replace("\"", "\\\"")}\")";
        return text;
    }

    private static string Selector(IReadOnlyList<ColumnPlan> columns) =>
        columns.Count == 1 ? $"x => x.{columns[0].Name}" : $"x => new {{ {string.Join(", ", columns.Select(column => $"x.{column.Name}"))} }}";
}
