using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Queries;

namespace PerfAnalyzers.Rules.Resolution;

/// <summary>
/// Brings a query and the model together: member paths become columns, those through a navigation predicates of the table it leads to, and
/// each table's query filters join the query's own.
/// </summary>
internal sealed class QueryResolver
{
    private readonly QueryShape _query;
    private readonly EfModel.EfModel _model;
    private readonly List<EntityTable?> _tables = [];
    private readonly List<List<Predicate>> _filters = [];
    private readonly List<ResolvedJoin> _joins = [];
    private readonly Dictionary<(int Table, string Navigation), int> _navigated = [];

    private QueryResolver(QueryShape query, EfModel.EfModel model)
    {
        _query = query;
        _model = model;
    }

    public static ResolvedQuery Resolve(QueryShape query, EfModel.EfModel model) => new QueryResolver(query, model).Resolve();

    private ResolvedQuery Resolve()
    {
        foreach (var table in _query.Tables)
            Add(_model.Find(table.Entity));

        for (var i = 0; i < _query.Tables.Length; i++)
        {
            foreach (var conjunct in AccessPathFinder.Conjuncts(_query.Tables[i].Shape.Filter))
                Place(conjunct, i);
        }

        foreach (var join in _query.Joins)
            _joins.Add(Resolve(join));

        var leading = _query.Root.Shape.Order is [var first, ..] && Locate(first.Column, 0) is var (owner, column)
            && StoredColumns.Describe(first with { Column = column }, _tables[owner]!.StorageOf(column)) is { } described
                ? (Table: owner, Key: described)
                : default((int Table, SortKey Key)?);
        var orders = _query.Tables.Select((table, i) => table.Shape.Order.Select(key => (Key: key, Found: Locate(key.Column, i))).TakeWhile(key => key.Found?.Table == i).ToList()).ToList();
        var subqueries = SubqueryTables();
        var tables = _tables.Select((table, i) =>
            new ResolvedTable(table, i < orders.Count ? Shape(i, orders[i]) : TableShape.Empty with { Filter = _filters[i].ToImmutableArray() }, subqueries.Contains(i)) { Indexes = Indexes(i) }).ToImmutableArray();
        return new ResolvedQuery(_query, tables, _joins.ToImmutableArray()) { LeadingKey = leading is var (sorted, key) ? (tables[sorted], key) : null };
    }

    /// <summary>
    /// The table's indexes. A filter that speaks of a column by which the table is joined might be implied by the join, and any filter by a query
    /// filter that nobody here knows.
    /// </summary>
    private ImmutableArray<TableIndex> Indexes(int table)
    {
        if (_tables[table] is not { } entity)
            return ImmutableArray<TableIndex>.Empty;
        if (entity.GuessesQueryFilters || !entity.Indexes.Any(index => index.IsFiltered))
            return entity.Indexes;

        var joined = _joins.Where(join => join.Outer == table).SelectMany(join => join.OuterColumns)
            .Concat(_joins.Where(join => join.Inner == table).SelectMany(join => join.InnerColumns)).ToImmutableHashSet();
        return entity.Indexes
            .Select(index => index.Filter is { } filter && IndexFilter.Columns(filter, entity.Columns) is var columns && !columns.Any(joined.Contains) ? index with { FilterColumns = columns } : index)
            .ToImmutableArray();
    }

    private TableShape Shape(int i, List<(SortKey Key, (int Table, string Column)? Found)> order)
    {
        var asked = _query.Tables[i].Shape;
        var keys = order.Select(key => StoredColumns.Describe(key.Key with { Column = key.Found!.Value.Column }, _tables[i]!.StorageOf(key.Found!.Value.Column)))
            .TakeWhile(key => key is not null)
            .Select(key => key!.Value)
            .ToImmutableArray();
        return asked with
        {
            Filter = _filters[i].ToImmutableArray(),
            Order = keys,
            HasUnreadOrder = asked.HasUnreadOrder || keys.Length < asked.Order.Length,
        };
    }

    private int Add(EntityTable? table)
    {
        _tables.Add(table);
        _filters.Add([]);
        if (!_query.IgnoresQueryFilters && table is not null)
            _filters[_filters.Count - 1].AddRange(QueryFilter(table));
        return _tables.Count - 1;
    }

    /// <summary>Gives a conjunct to the one table that all its columns belong to.</summary>
    private void Place(Predicate conjunct, int table)
    {
        var owners = new HashSet<int>();
        var resolved = Resolve(conjunct, table, owners);
        if (owners.Count > 1 && resolved is OrPredicate && !HasUnknown(resolved))
            PlaceMixed((OrPredicate)conjunct, table);
        else
            _filters[owners.Count == 1 ? owners.First() : table].Add(resolved);
    }

    /// <summary>
    /// An OR whose operands speak of several tables. Each table of which every operand speaks gets its share; where there is none, no index
    /// finds the rows.
    /// </summary>
    private void PlaceMixed(OrPredicate or, int table)
    {
        var operands = or.Operands.Select(operand => AccessPathFinder.Conjuncts(operand).Select(conjunct =>
        {
            var owners = new HashSet<int>();
            return (Predicate: Resolve(conjunct, table, owners, isInOr: true), Owners: owners);
        }).ToList()).ToList();
        var shared = operands
            .Where(operand => operand.Exists(conjunct => conjunct.Owners.Count > 0))
            .Select(operand => operand.Where(conjunct => conjunct.Owners.Count == 1).SelectMany(conjunct => conjunct.Owners))
            .Aggregate((common, owners) => common.Intersect(owners))
            .ToList();
        if (shared.Count == 0)
            _filters[table].Add(new OpaquePredicate(PredicateSite.Of(or) ?? -1));
        foreach (var owner in shared)
            _filters[owner].Add(new OrPredicate(operands.Select(operand => ShareOf(operand, owner)).ToImmutableArray()));
    }

    private static Predicate ShareOf(List<(Predicate Predicate, HashSet<int> Owners)> conjuncts, int owner) => new AndPredicate(conjuncts
        .Where(conjunct => conjunct.Owners.Count == 0 || conjunct.Owners.Contains(owner))
        .Select(conjunct => conjunct.Owners.Count > 1 ? new UnknownPredicate("the operands of an OR in an OR test rows of different tables") : conjunct.Predicate)
        .ToImmutableArray());

    // The reader bounds how deep predicates nest, so recursion is safe here.
    private Predicate Resolve(Predicate predicate, int table, HashSet<int> owners, bool isInOr = false) => predicate switch
    {
        // EF Core joins the other table and asks whether it found a row.
        ColumnPredicate { IsNullTest: true } column when Locate(column.Column, table) is null && IsReference(column.Column, table) => new OpaquePredicate(column.Site),
        ColumnPredicate column => Own(column.Column, table, owners, isInOr, (name, storage) => StoredColumns.Describe(Compared(column, table) with { Column = name }, storage)),
        ColumnExpressionPredicate expression => Own(expression.Column, table, owners, isInOr, (name, _) => expression with { Column = name }),
        TextSearchPredicate text => Own(text.Column, table, owners, isInOr, (name, _) => text with { Column = name }),
        AndPredicate and => new AndPredicate(and.Operands.Select(operand => Resolve(operand, table, owners, isInOr)).ToImmutableArray()),
        OrPredicate or => new OrPredicate(or.Operands.Select(operand => Resolve(operand, table, owners, isInOr: true)).ToImmutableArray()),
        _ => predicate,
    };

    /// <summary>What the comparison is where the column may be null: on the optional side of a join, in an owned or a derived type.</summary>
    private ColumnPredicate Compared(ColumnPredicate column, int table) =>
        column.IfNullable is { } other && (column.Column.Contains('.') || _query.Joins.Any(join => join.Inner == table && join.Kind == JoinKind.Left) || IsDerived(_tables[table]))
            ? column with { Comparison = other }
            : column;

    private bool IsDerived(EntityTable? table) => table?.Entity.BaseType is { SpecialType: not SpecialType.System_Object } parent && _model.Find(parent) is not null;

    private Predicate Own(string path, int table, HashSet<int> owners, bool isInOr, Func<string, ColumnStorage, Predicate> withColumn)
    {
        if (Locate(path, table, isInOr) is not (var owner, var column))
            return new UnknownPredicate($"'{path}' is not known to be a column of '{_tables[table]?.Entity.Name ?? _query.Tables[table].Entity.Name}'");
        owners.Add(owner);
        return withColumn(column, _tables[owner]!.StorageOf(column));
    }

    /// <summary>The table and column that a member path of <paramref name="table"/> leads to.</summary>
    /// <param name="isInOr">
    /// True in an OR, where the key of another table is just that: only of a condition that holds for all rows do databases conclude that it
    /// holds for the foreign key too.
    /// </param>
    private (int Table, string Column)? Locate(string path, int table, bool isInOr = false)
    {
        while (true)
        {
            if (_tables[table] is not { } entity)
                return null;
            if (entity.ColumnOf(path) is { } column && !(isInOr && path != column && Leads(table, entity, path)))
                return (table, column);
            if (path.IndexOf('.') is var dot && (dot < 0 || Follow(table, entity, path.Substring(0, dot)) is not { } next))
                return null;
            table = next;
            path = path.Substring(dot + 1);
        }
    }

    /// <summary>True where the path goes to the key of a table that can be followed to.</summary>
    private bool Leads(int table, EntityTable entity, string path) =>
        path.IndexOf('.') is var dot && dot > 0 && Follow(table, entity, path.Substring(0, dot)) is { } next && _tables[next]!.ColumnOf(path.Substring(dot + 1)) is not null;

    private bool IsReference(string path, int table) =>
        _tables[table]?.Navigations.TryGetValue(path, out var navigation) == true && !navigation.IsCollection && _model.Find(navigation.Target) is not null;

    private int? Follow(int table, EntityTable entity, string navigation)
    {
        if (_navigated.TryGetValue((table, navigation), out var known))
            return known;
        if (!entity.Navigations.TryGetValue(navigation, out var target) || target.IsCollection || _model.Find(target.Target) is not { } principal)
            return null;
        var added = Add(principal);
        _navigated.Add((table, navigation), added);
        _joins.Add(new ResolvedJoin(table, target.Columns, added, target.TargetColumns, JoinKind.Left, -1));
        return added;
    }

    private ResolvedJoin Resolve(QueryJoin join)
    {
        if (join.Navigation is { } navigation)
        {
            return _tables[join.Outer]?.Navigations.TryGetValue(navigation, out var target) == true
                ? new ResolvedJoin(join.Outer, target!.Columns, join.Inner, target.TargetColumns, join.Kind, join.Site)
                : Unresolved();
        }

        var outer = join.OuterKey.Select(path => Locate(path, join.Outer)).ToList();
        var inner = join.InnerKey.Select(path => Locate(path, join.Inner)).ToList();
        return outer.TrueForAll(found => found?.Table == join.Outer) && inner.TrueForAll(found => found?.Table == join.Inner)
            ? new ResolvedJoin(join.Outer, outer.Select(found => found!.Value.Column).ToImmutableArray(), join.Inner, inner.Select(found => found!.Value.Column).ToImmutableArray(), join.Kind, join.Site)
            : Unresolved();

        ResolvedJoin Unresolved() => new(join.Outer, ImmutableArray<string>.Empty, join.Inner, ImmutableArray<string>.Empty, join.Kind, join.Site);
    }

    /// <summary>The tables of subqueries, and those that are only reached through them.</summary>
    private HashSet<int> SubqueryTables()
    {
        var found = new HashSet<int>(_joins.Where(join => join.Kind == JoinKind.Subquery).Select(join => join.Inner));
        for (var grew = found.Count > 0; grew;)
            grew = _joins.Where(join => found.Contains(join.Outer)).Aggregate(false, (any, join) => found.Add(join.Inner) || any);
        return found;
    }

    private static bool HasUnknown(Predicate predicate) => predicate switch
    {
        UnknownPredicate => true,
        AndPredicate and => and.Operands.Any(HasUnknown),
        OrPredicate or => or.Operands.Any(HasUnknown),
        _ => false,
    };

    /// <summary>
    /// What is tested matters, not how: a column counts as compared for equality, which is what a seek could use best, and a bool as tested
    /// on its own, which is how soft deletion is written.
    /// </summary>
    private static IEnumerable<Predicate> QueryFilter(EntityTable table)
    {
        var columns = table.QueryFilterColumns.Select(Predicate (column) =>
            StoredColumns.Describe(
                new ColumnPredicate(column, IsBool(table.Entity, column) ? Comparison.Truth : Comparison.Equality, ColumnPredicate.QueryFilterSite) { IsGuessed = table.GuessesQueryFilters },
                table.StorageOf(column)));
        return table.HasFilterOnOtherTables ? columns.Append(new UnknownPredicate("a query filter reaches into another table")) : columns;
    }

    private static bool IsBool(INamedTypeSymbol entity, string column)
    {
        for (var type = entity; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(column).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                return property.Type.SpecialType == SpecialType.System_Boolean;
        }

        return false;
    }
}
