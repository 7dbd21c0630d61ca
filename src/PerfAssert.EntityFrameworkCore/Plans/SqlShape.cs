using PerfAssert.EntityFrameworkCore.Statements;

namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>
/// What a command asks of its tables, as far as its text tells it plainly: plans name tables by their aliases, and SQLite's say neither what a
/// scanned table is filtered by nor whether the query ends early. What stands under an OR, in a CASE or inside an expression is left out.
/// </summary>
internal sealed class SqlShape
{
    private static readonly HashSet<string> Aggregates = new(["COUNT", "SUM", "AVG", "MIN", "MAX", "TOTAL", "GROUP", "DISTINCT", "UNION", "INTERSECT", "EXCEPT"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> ClauseEnds = new(["GROUP", "ORDER", "LIMIT", "OFFSET", "HAVING", "UNION", "INTERSECT", "EXCEPT", "RETURNING", "WINDOW", "FETCH"], StringComparer.OrdinalIgnoreCase);

    private readonly List<SqlToken> _tokens;
    private readonly List<SqlScope> _scopes = [];
    private readonly HashSet<string> _derived = new(StringComparer.OrdinalIgnoreCase);

    private SqlShape(List<SqlToken> tokens) => _tokens = tokens;

    /// <summary>Reads a command of one statement.</summary>
    public static SqlShape Of(string sql)
    {
        var shape = new SqlShape(SqlTokenizer.Tokens(sql));
        shape.ReadScope(0, isExists: false);
        return shape;
    }

    /// <summary>The scope that reads a table, and the table's name; null for an alias that is none of a table.</summary>
    public (SqlScope Scope, string Table)? Find(string alias)
    {
        foreach (var scope in _scopes)
        {
            if (scope.Tables.TryGetValue(alias, out var table))
                return (scope, table);
        }

        return null;
    }

    /// <summary>Whether a name stands for a subquery's result.</summary>
    public bool IsDerived(string name) => _derived.Contains(name);

    /// <summary>Reads from a position to the end of the parenthesis around it, and returns where that is.</summary>
    private int ReadScope(int at, bool isExists)
    {
        var scope = new SqlScope { IsExists = isExists, IsLimited = isExists };
        _scopes.Add(scope);
        var clause = "";
        // What is in a filter: the top level counts unless an OR stands on it, a parenthesis only for what it holds in turn.
        var found = new Comparisons();
        for (; at < _tokens.Count; at++)
        {
            var token = _tokens[at];
            if (token.IsSymbol(")"))
                break;
            if (token.IsSymbol("("))
            {
                at = ReadParenthesis(scope, at, clause, found);
                continue;
            }

            if (token.Kind != SqlTokenKind.Word && token.Kind != SqlTokenKind.QuotedName)
                continue;
            if (token.Is("SELECT") && clause.Length > 0)
            {
                // After UNION and the like: a scope of its own.
                found.AddTo(scope);
                at = ReadScope(at, isExists: false) - 1;
                scope.IsAggregate = true;
                continue;
            }

            if (token.Is("SELECT") || token.Is("FROM") || token.Is("UPDATE") || token.Is("SET") || ClauseEnds.Contains(token.Text))
                clause = token.Text.ToUpperInvariant();
            else if (token.Is("WHERE") || token.Is("ON"))
                clause = "FILTER";
            else if (token.Is("JOIN"))
                clause = "FROM";
            scope.HasFilter |= token.Is("WHERE") || token.Is("HAVING");
            scope.IsLimited |= token.Is("LIMIT") || token.Is("FETCH");
            scope.IsAggregate |= Aggregates.Contains(token.Text) && token.Kind == SqlTokenKind.Word;
            if (token.Is("OR") && clause == "FILTER")
                found.HasOr = true;
            if (token.Is("CASE"))
                at = CaseEnd(at);
            else if (StartsTable(at, clause))
                AddTable(scope, at);
            else if (ColumnAt(at) is { } column)
                at = ReadColumn(scope, at, column, clause, found);
        }

        found.AddTo(scope);
        return at;
    }

    private int ReadParenthesis(SqlScope scope, int open, string clause, Comparisons outer)
    {
        var next = open + 1 < _tokens.Count ? _tokens[open + 1] : default;
        int end;
        if (next.Text is not null && (next.Is("SELECT") || next.Is("VALUES") || next.Is("WITH")))
        {
            end = ReadScope(open + 1, isExists: open > 0 && _tokens[open - 1].Is("EXISTS"));
            if (clause == "FROM" || clause.Length == 0)
                AddDerived(open, end);
            return end;
        }

        // A function's arguments or an expression: only a parenthesis of a filter that groups comparisons can hold one that counts.
        var groups = clause == "FILTER" && open > 0 && (_tokens[open - 1].Is("AND") || _tokens[open - 1].Is("WHERE") || _tokens[open - 1].Is("ON") || _tokens[open - 1].IsSymbol("("));
        var found = new Comparisons();
        for (end = open + 1; end < _tokens.Count && !_tokens[end].IsSymbol(")"); end++)
        {
            scope.IsAggregate |= clause == "SELECT" && Aggregates.Contains(_tokens[end].Text) && _tokens[end].Kind == SqlTokenKind.Word;
            if (_tokens[end].IsSymbol("("))
                end = ReadParenthesis(scope, end, groups ? clause : "EXPRESSION", found);
            else if (_tokens[end].Is("OR"))
                found.HasOr = true;
            else if (_tokens[end].Is("CASE"))
                end = CaseEnd(end);
            else if (groups && ColumnAt(end) is { } column)
                end = ReadColumn(scope, end, column, clause, found);
        }

        if (groups)
            outer.Take(found);
        return end;
    }

    private int ReadColumn(SqlScope scope, int at, SqlColumn column, string clause, Comparisons found)
    {
        var last = at + 2;
        if (clause == "ORDER" && _tokens[at - 1] is var before && (before.Is("BY") || before.IsSymbol(",")))
            scope.Order.Add(column);
        if (clause != "FILTER")
            return last;

        var isStart = at == 0 || _tokens[at - 1].Is("AND") || _tokens[at - 1].Is("WHERE") || _tokens[at - 1].Is("ON") || _tokens[at - 1].IsSymbol("(") || _tokens[at - 1].Is("OR");
        if (!isStart)
        {
            // @p = column, column = column: the left side was seen before.
            if (at >= 2 && _tokens[at - 1].IsSymbol("="))
            {
                if (_tokens[at - 2].Kind is SqlTokenKind.Parameter or SqlTokenKind.Literal)
                    found.Equal.Add(column);
                else if (at >= 4 && ColumnAt(at - 4) is { } left && left.Alias != column.Alias)
                    found.Join.Add(column);
            }

            return last;
        }

        switch (Symbol(last + 1))
        {
            case "=" when ColumnAt(last + 2) is { } other:
                if (other.Alias != column.Alias)
                    found.Join.Add(column);
                break;
            case "=" when IsValue(last + 2):
                found.Equal.Add(column);
                break;
            case "<" or ">" or "<=" or ">=" when IsValue(last + 2):
                found.Range.Add(column);
                break;
            case "IN" when IsValue(last + 3) || IsCollection(last + 3):
            case "IS" when Symbol(last + 2) == "NULL":
                found.Equal.Add(column);
                break;
        }

        return last;
    }

    private string? Symbol(int at) => at < _tokens.Count ? _tokens[at].Text.ToUpperInvariant() : null;

    private bool IsValue(int at) =>
        at < _tokens.Count && (_tokens[at].Kind is SqlTokenKind.Parameter or SqlTokenKind.Literal || _tokens[at].Is("ANY") || _tokens[at].Is("TRUE") || _tokens[at].Is("FALSE")
            || _tokens[at].Is("TIMESTAMP") || _tokens[at].Is("TIMESTAMPTZ") || _tokens[at].Is("DATE") || (_tokens[at].IsSymbol("-") && IsValue(at + 1)));

    /// <summary>A subquery that takes a parameter apart: SELECT j.value FROM json_each(@p) AS j.</summary>
    private bool IsCollection(int at) => Symbol(at) == "SELECT" && _tokens.Skip(at).Take(12).Any(token => token.Is("json_each") || token.Is("unnest"));

    private SqlColumn? ColumnAt(int at) =>
        at >= 0 && at + 2 < _tokens.Count && _tokens[at].IsName && _tokens[at + 1].IsSymbol(".") && _tokens[at + 2].IsName ? new SqlColumn(_tokens[at].Name, _tokens[at + 2].Name) : null;

    private bool StartsTable(int at, string clause) =>
        at > 0 && _tokens[at].IsName && (clause == "FROM" || clause == "UPDATE")
        && (_tokens[at - 1].Is("FROM") || _tokens[at - 1].Is("JOIN") || _tokens[at - 1].Is("UPDATE") || _tokens[at - 1].Is("LATERAL") || (_tokens[at - 1].IsSymbol(",") && clause == "FROM"));

    private void AddTable(SqlScope scope, int at)
    {
        var last = ColumnAt(at) is null ? at : at + 2;
        // A function that returns rows: json_each(…) AS j.
        if (Symbol(last + 1) == "(")
        {
            var end = ParenthesisEnd(last + 1);
            _derived.Add(Symbol(end + 1) == "AS" && end + 2 < _tokens.Count ? _tokens[end + 2].Name : _tokens[last].Name);
            return;
        }

        var alias = Symbol(last + 1) == "AS" && last + 2 < _tokens.Count ? _tokens[last + 2].Name : _tokens[last].Name;
        scope.Tables.TryAdd(alias, _tokens[last].Name);
    }

    /// <summary>The name of a subquery: (SELECT …) AS x, or WITH x AS (SELECT …).</summary>
    private void AddDerived(int open, int end)
    {
        if (Symbol(end + 1) == "AS" && end + 2 < _tokens.Count)
            _derived.Add(_tokens[end + 2].Name);
        else if (open >= 2 && _tokens[open - 1].Is("AS"))
            _derived.Add(_tokens[open - 2].Name);
    }

    private int ParenthesisEnd(int open)
    {
        var depth = 0;
        for (var at = open; at < _tokens.Count; at++)
        {
            depth += _tokens[at].IsSymbol("(") ? 1 : _tokens[at].IsSymbol(")") ? -1 : 0;
            if (depth == 0)
                return at;
        }

        return _tokens.Count;
    }

    private int CaseEnd(int at)
    {
        for (var depth = 0; at < _tokens.Count; at++)
        {
            depth += _tokens[at].Is("CASE") ? 1 : _tokens[at].Is("END") ? -1 : 0;
            if (depth == 0)
                return at;
        }

        return _tokens.Count;
    }

    /// <summary>The comparisons of one conjunction; none of them counts where it is a disjunction.</summary>
    private sealed class Comparisons
    {
        public List<SqlColumn> Equal { get; } = [];

        public List<SqlColumn> Join { get; } = [];

        public List<SqlColumn> Range { get; } = [];

        public bool HasOr { get; set; }

        public void Take(Comparisons inner)
        {
            if (inner.HasOr)
                return;
            Equal.AddRange(inner.Equal);
            Join.AddRange(inner.Join);
            Range.AddRange(inner.Range);
        }

        public void AddTo(SqlScope scope)
        {
            if (HasOr)
                return;
            scope.Equalities.AddRange(Equal);
            scope.Joins.AddRange(Join);
            scope.Ranges.AddRange(Range);
        }
    }
}
