using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Sources;

namespace PerfAnalyzers.EfModel.References.Sql;

/// <summary>
/// The tables and indexes that scripts leave behind, statement by statement. They add indexes to the tables of a model; a table that no model
/// maps is known from them alone where a script creates it.
/// </summary>
internal sealed class SqlSchema
{
    private readonly Dictionary<string, SqlTable> _tables = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _tablesByColumn;
    private readonly string? _problem;

    private SqlSchema(IEnumerable<SqlStatement> statements)
    {
        foreach (var statement in statements)
        {
            if (statement.Kind == SqlStatementKind.NotUnderstood && statement.Table.Length == 0)
                _problem ??= statement.Problem;
            else
                Apply(statement);
        }
        _tablesByColumn = _tables.SelectMany(table => table.Value.Columns.Select(column => (column, table.Key))).ToLookup(pair => pair.column, pair => pair.Key, StringComparer.Ordinal);
    }

    public static SqlSchema Empty { get; } = new([]);

    public bool IsEmpty => _tables.Count == 0 && _problem is null;

    public static SqlSchema Of(IEnumerable<SqlStatement> statements) => statements.Any() ? new(statements) : Empty;

    /// <summary>The table with what the scripts add to it; where <paramref name="table"/> is null, what they say of the entity alone.</summary>
    public EntityTable? Apply(EntityTable? table, INamedTypeSymbol entity)
    {
        if (IsEmpty)
            return table;
        IEnumerable<string> names = table is { TableNames.IsEmpty: false } ? table.TableNames : SqlNames.OfTable(entity);
        var matches = names.Select(SqlNames.Plain).Distinct().Where(_tables.ContainsKey).Select(name => _tables[name]).ToList();
        table ??= matches.Count == 1 && matches[0].IsCreated ? Alone(matches[0], entity) : null;
        if (table is null)
            return null;

        var problem = _problem;
        var indexes = table.Indexes.ToBuilder();
        foreach (var match in matches)
        {
            problem ??= match.Problem;
            foreach (var (_, index) in match.Indexes)
            {
                if (InProperties(index, table) is { } mapped)
                    indexes.Add(mapped);
                else
                    problem ??= $"a script creates an index on {match.Name}, and not all of its columns are known to be properties of {entity.Name}";
            }
        }
        return table with
        {
            Indexes = TableIndexes.Distinct(indexes),
            Knowledge = problem is not null && table.Knowledge.IsComplete ? Knowledge.Partial(problem) : table.Knowledge,
        };
    }

    private EntityTable Alone(SqlTable table, INamedTypeSymbol entity)
    {
        var columns = SqlNames.Properties(entity).Where(property => table.Columns.Contains(property.Value)).Select(property => property.Key).ToImmutableHashSet(StringComparer.Ordinal);
        var known = new EntityTable(entity, Knowledge.Complete, columns, ImmutableArray<TableIndex>.Empty);
        var indexes = table.Indexes.Select(index => InProperties(index.Index, known)).OfType<TableIndex>().ToImmutableArray();
        return known with
        {
            Knowledge = indexes.Any(index => index.Origin == IndexOrigin.Key) ? Knowledge.Complete : Knowledge.Partial($"the scripts give {table.Name} no key"),
            // A script tells types and collations in the words of one database, which aren't read.
            Storage = ImmutableDictionary<string, ColumnStorage>.Empty.Add(ColumnStorage.AllOthers, ColumnStorage.Unknown),
            GuessesQueryFilters = true,
            QueryFilterColumns = PossibleFilters.Of(indexes, column => _tablesByColumn[SqlNames.OfProperty(entity, column)].Count()),
        };
    }

    private void Apply(SqlStatement statement)
    {
        if (statement is { Kind: SqlStatementKind.DropIndex, Name: null })
            return;
        if (statement.Kind == SqlStatementKind.DropIndex)
        {
            foreach (var owner in _tables.Values.Where(owner => statement.Table.Length == 0 || SqlNames.Plain(owner.Name) == SqlNames.Plain(statement.Table)))
                owner.Indexes.RemoveAll(index => string.Equals(index.Name, statement.Name, StringComparison.OrdinalIgnoreCase));
            return;
        }

        var key = SqlNames.Plain(statement.Table);
        if (!_tables.TryGetValue(key, out var table))
            _tables.Add(key, table = new SqlTable(statement.Table));
        switch (statement.Kind)
        {
            case SqlStatementKind.CreateTable:
                table.IsCreated = true;
                table.Columns.UnionWith(statement.Columns.Select(SqlNames.Plain));
                break;
            case SqlStatementKind.CreateIndex:
                table.Indexes.Add((statement.Name, statement.Index!));
                break;
            default:
                table.Problem ??= statement.Problem;
                break;
        }
    }

    /// <summary>The index by properties, or null where a column is that of no known property.</summary>
    private static TableIndex? InProperties(TableIndex index, EntityTable table)
    {
        var columns = ImmutableArray.CreateBuilder<IndexColumn>(index.Columns.Length);
        foreach (var column in index.Columns)
        {
            if (Property(column.Name) is not { } property)
                return null;
            columns.Add(column with { Name = property });
        }
        return index with { Columns = columns.MoveToImmutable(), Included = index.Included.Select(Property).OfType<string>().ToImmutableArray() };

        string? Property(string column)
        {
            var plain = SqlNames.Plain(column);
            var found = table.Columns.Where(property => SqlNames.OfProperty(table.Entity, property) == plain).ToList();
            return found.Count == 1 ? found[0] : null;
        }
    }
}
