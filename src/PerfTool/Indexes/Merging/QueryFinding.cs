using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfTool.Indexes.Merging;

/// <summary>What a rule said of one query: the indexes that would serve it.</summary>
/// <param name="Site">The query.</param>
/// <param name="Column">Where in the line it begins, from 1.</param>
/// <param name="Entity">The metadata name of the entity type.</param>
/// <param name="Table">Its table; null where the log doesn't name it.</param>
/// <param name="Advised">The indexes, by property. Never empty.</param>
/// <param name="ColumnNames">Names in the database by property, where the log has them.</param>
internal sealed record QueryFinding(
    QuerySite Site, int Column, string Entity, TableName? Table, ImmutableArray<AdvisedIndex> Advised, IReadOnlyDictionary<string, string> ColumnNames);
