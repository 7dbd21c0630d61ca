using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Indexes that only a migration's SQL text knows: their tables are known in part.</summary>
internal static class RawSql
{
    private const string Reason = "an index is created by raw SQL in a migration";

    public static void Apply(ContextDraft context, IEnumerable<RawIndex> indexes)
    {
        foreach (var index in indexes)
        {
            var entities = index.Table is { } table ? context.Entities.Where(entity => TableNames.AreAlike(TableNames.Of(entity), table)).ToList() : [];
            foreach (var entity in entities)
                context.NotUnderstood(entity, Reason);
            if (entities.Count == 0)
                context.NotUnderstood(null, Reason);
        }
    }
}
