using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PerfMonitor.Statements;

/// <summary>Which entity a table holds, by the model of the context.</summary>
internal static class EntityNames
{
    // Goes with its model.
    private static readonly ConditionalWeakTable<IModel, Dictionary<string, string>> ByModel = [];

    /// <summary>The entity's name; the table's where no entity is mapped to it.</summary>
    public static string? Of(string? table, IModel? model) =>
        table is not null && model is not null && ByModel.GetValue(model, Read).TryGetValue(table, out var entity) ? entity : table;

    private static Dictionary<string, string> Read(IModel model)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        // Of a hierarchy in one table the root gives the name; an owned type is part of another.
        foreach (var entity in model.GetEntityTypes().Where(entity => entity.BaseType is null && !entity.IsOwned()))
        {
            if ((entity.GetTableName() ?? entity.GetViewName()) is { } table)
                names.TryAdd(table, entity.ShortName());
        }

        return names;
    }
}
