using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries.Elements;
using PerfAnalyzers.Queries.Predicates;
using PerfAnalyzers.Queries.Sources;

namespace PerfAnalyzers.Queries;

/// <summary>Reads the operators of one chain, from its root outward.</summary>
internal sealed class ChainReader
{
    private readonly QueryReading _reading;
    private readonly bool _isNested;
    private readonly int _table;

    private Element _item;
    private TableSet _tables;
    private bool _isOptional;
    private bool _isDetached;
    private bool _isLimited;

    private ChainReader(QueryReading reading, bool isNested, int table, Element item)
    {
        _reading = reading;
        _isNested = isNested;
        _table = table;
        _item = item;
        _tables = TableSet.Of(table);
    }

    private TableDraft Table => _reading.Builder.Table(_table);

    public static Chain? Read(QuerySource source, QueryReading reading, bool isNested)
    {
        ChainReader reader;
        if (source.Root.From is SequenceElement group)
            reader = new ChainReader(reading, isNested, group.Table, group.Item);
        else if (source.Root.Entity is { } entity && reading.Builder.AddTable(entity) is { } table)
            reader = new ChainReader(reading, isNested, table, new PathElement(table, ""));
        else
            return null;

        foreach (var step in source.Steps)
        {
            if (!reader.Apply(step))
                return null;
        }

        return new Chain(source.Root, reader._table, reader._tables, reader._item) { IsOptional = reader._isOptional, IsDetached = reader._isDetached };
    }

    /// <summary>Applies one operator; false where the whole chain can't be read for it.</summary>
    private bool Apply(QueryStep step)
    {
        var name = step.Name;
        if (!step.IsCertain && !IsRowPreserving(name))
            return false;

        // An operator of Enumerable works on the rows that were read, unless it stands in an expression tree.
        if (!_isNested && step.Call.TargetMethod.ContainingType.Name == "Enumerable")
            return true;

        Filter(step, name);
        if (QueryOperators.Ordering.Contains(name))
            Order(step, name);
        else if (QueryOperators.Detaching.Contains(name))
            Detach(step, name);
        else if (QueryOperators.Joining.Contains(name))
            return Join(JoinReader.ReadJoin(step, name, _item, _reading, _isNested));
        else if (!QueryOperators.Transparent.Contains(name) && !QueryOperators.Executing.Contains(name) && name != "Where")
            return Transform(step, name);

        _reading.Builder.IgnoresQueryFilters |= name == "IgnoreQueryFilters" && step.IsCertain && step.Call.Arguments.Length == 1;
        if (name == "Contains")
            FilterByItem(step);
        if (name is "Last" or "LastOrDefault" && !_isLimited)
            Table.ReverseOrder();
        if (QueryOperators.Orderless.Contains(name) && !_isLimited)
            Table.LeaveOutOrder();
        if (QueryOperators.Limiting.Contains(name) && step.IsCertain)
        {
            Table.HasLimit = true;
            _isLimited = true;
        }

        return true;
    }

    private static bool IsRowPreserving(string name) =>
        name is "Where" or "Take" or "Skip" || QueryOperators.Ordering.Contains(name) || QueryOperators.Transparent.Contains(name);

    private void Filter(QueryStep step, string name)
    {
        if (!QueryOperators.Filtering.Contains(name) || Arguments.FirstFunction(step.Call) is not { } function)
            return;

        if (_isDetached)
            Unknown(step, "the query filters again after a grouping or a limit");
        else if (LambdaReader.Read(function, step.Scope) is not { } lambda || lambda.Apply(_item) is not { } scope)
            Unknown(step, "the filter is not a lambda written at the query");
        else
        {
            var sites = _reading.Builder.Sites;
            var context = new PredicateContext(scope, sites, sites.Add(lambda.Body.Syntax, scope), _reading.Subqueries);
            foreach (var predicate in PredicateReader.Read(lambda.Body, context, isNegated: name == "All"))
                Add(predicate, step);
        }
    }

    /// <summary><c>query.Contains(x)</c> filters by what the query selects.</summary>
    private void FilterByItem(QueryStep step)
    {
        if (_isDetached || Arguments.Of(step.Call, 1) is not { } value || _item is not PathElement { Path.Length: > 0 } column)
        {
            Unknown(step, "the query is searched for an item");
            return;
        }

        var tables = column.Tables | step.Scope.TablesOf(value);
        var unknown = new UnknownPredicate("the query is searched for an item");
        if (!step.Scope.DependsOnRow(value))
            Add(new(PredicateContext.Describe(new(column.Path, Comparison.Equality, _reading.Builder.Sites.Add(step.Call.Syntax, step.Scope)), value.Type), tables), step);
        else if (ElementReader.ColumnOf(value, step.Scope) is { } other)
            Add(new(unknown, tables) { Correlation = new(other, column) }, step);
        else
            Add(new(unknown, tables), step);
    }

    private void Unknown(QueryStep step, string reason) => Add(new(new UnknownPredicate(reason), _tables), step);

    private void Add(TablePredicate predicate, QueryStep step)
    {
        var builder = _reading.Builder;
        builder.IsCertain &= step.IsCertain;
        if (predicate.Correlation is { } correlation && step.IsCertain)
            builder.AddCorrelation(correlation);
        else if (predicate.Tables.IsEmpty)
            Table.Filter.Add(predicate.Predicate);
        else if (predicate.Tables.IsAtMostOne && predicate.Tables.IsWithin(_tables))
            builder.Table(predicate.Tables.Indexes().First()).Filter.Add(predicate.Predicate);
        else
            builder.AddUnknown(predicate.Tables | TableSet.Of(_table), predicate.Predicate is UnknownPredicate unknown ? unknown.Reason : "the filter of a subquery tests rows of the outer query");
    }

    private void Order(QueryStep step, string name)
    {
        var restarts = name.StartsWith("Order", StringComparison.Ordinal);
        if (_isLimited)
            return;
        if (_isDetached || !step.IsCertain)
        {
            Table.OrderBy(null, restarts);
            return;
        }

        var lambda = LambdaReader.Read(Arguments.FirstFunction(step.Call), step.Scope);
        var scope = lambda?.Apply(_item);
        var body = scope is not null && step.Call.Arguments.Length == 2 ? lambda?.Body : null;
        var key = name is "Order" or "OrderDescending" ? _item : body is null ? null : ElementReader.ColumnOf(body, scope!);
        var expression = key is null && body is not null ? ColumnExpressionReader.Read(body, scope!) : null;
        var site = _reading.Builder.Sites.Add(lambda?.Body.Syntax ?? step.Call.Syntax, step.Scope);
        Table.OrderBy(
            (key ?? expression?.Column) is PathElement { Path: { Length: > 0 } path } column && column.Table == _table
                ? new SortKey(path, name.EndsWith("Descending", StringComparison.Ordinal), site)
                {
                    IsDecimal = body is not null && PredicateContext.TypeOf(body) is { } type && WellKnown.WithoutNullable(type).SpecialType == SpecialType.System_Decimal,
                    Expression = expression is null ? null : PredicateContext.TextOf(body!),
                }
                : null,
            restarts);
    }

    private void Detach(QueryStep step, string name)
    {
        _isDetached = true;
        if (name is "Take" or "Skip")
            return;
        if (!_isLimited)
            Table.LoseOrder();
        if (name == "GroupBy")
            _item = new UnknownElement(_item.Tables);
    }

    /// <summary>Applies an operator that makes other elements of the rows.</summary>
    private bool Transform(QueryStep step, string name)
    {
        switch (name)
        {
            case "Select":
                _item = LambdaReader.Read(Arguments.FirstFunction(step.Call), step.Scope) is { } lambda && lambda.Apply(_item) is { } scope
                    ? ProjectionReader.Read(lambda.Body, scope, _reading)
                    : new UnknownElement(_item.Tables);
                return true;
            case "SelectMany":
                return Join(JoinReader.ReadMany(step, _item, _table, _reading));
            case "DefaultIfEmpty" when step.Call.Arguments.Length == 1:
                _isOptional = true;
                return true;
            case "Reverse" when !_isLimited:
                Table.ReverseOrder();
                return true;
            case "OfType" or "Cast":
                return Narrow(step);
            default:
                return false;
        }
    }

    private bool Join((Element Item, TableSet Tables)? joined)
    {
        if (joined is not var (item, tables))
            return false;
        _item = item;
        _tables |= tables;
        return true;
    }

    /// <summary><c>OfType&lt;Derived&gt;()</c> reads the same table; what it may ask of its rows grows.</summary>
    private bool Narrow(QueryStep step)
    {
        if (_item is not PathElement { Path: "" } row || step.Call.TargetMethod.TypeArguments is not [INamedTypeSymbol type])
            return false;
        var draft = _reading.Builder.Table(row.Table);
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, draft.Entity))
            {
                draft.Entity = type;
                return true;
            }
        }

        return draft.Entity.AllInterfaces.Contains(type, SymbolEqualityComparer.Default) || IsBase(type, draft.Entity);
    }

    private static bool IsBase(INamedTypeSymbol type, INamedTypeSymbol derived)
    {
        for (var current = derived.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
                return true;
        }

        return false;
    }
}
