using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Conventions;

/// <summary>Finds primary keys as EF Core's key discovery does: <c>[Key]</c>, else <c>Id</c>, else <c>OrderId</c> of an <c>Order</c>.</summary>
internal static class KeyConvention
{
    public static void Apply(ContextDraft context)
    {
        foreach (var entity in context.Entities.Where(entity => entity is { Base: null, Key: null, IsKeyless: false }))
            entity.Key = Discover(entity);
        foreach (var entity in context.Entities.Where(entity => entity.Base is not null))
            entity.Key = entity.Root.Key;
    }

    private static IReadOnlyList<string>? Discover(EntityDraft entity)
    {
        var marked = entity.Members.Where(member => member is { IsKey: true, Kind: MemberKind.Column }).Select(member => member.Name).ToList();
        if (marked.Count > 0)
            return marked;
        var columns = entity.Members.Where(member => member.Kind == MemberKind.Column).Select(member => member.Name).Concat(entity.Properties).Distinct().ToList();
        return Named(columns, "Id") ?? Named(columns, entity.Name + "Id");
    }

    private static IReadOnlyList<string>? Named(List<string> columns, string name) =>
        columns.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? [found] : null;
}
