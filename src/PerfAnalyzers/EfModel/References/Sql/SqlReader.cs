using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel.References.Sql;

/// <summary>
/// Finds the statements of a script that concern indexes: <c>CREATE TABLE</c>, <c>CREATE INDEX</c>, <c>ALTER TABLE … ADD</c>, <c>DROP INDEX</c>.
/// All else is passed over, so the dialect matters little. Reads a script once from front to back.
/// </summary>
internal sealed class SqlReader
{
    private readonly SqlCursor _sql;
    private readonly ImmutableArray<SqlStatement>.Builder _found = ImmutableArray.CreateBuilder<SqlStatement>();

    private SqlReader(SqlCursor sql) => _sql = sql;

    public static ImmutableArray<SqlStatement> Read(string sql, CancellationToken cancellationToken)
    {
        var reader = new SqlReader(new SqlCursor(SqlTokens.Read(sql, cancellationToken)));
        while (!reader._sql.IsAtEnd)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.Statement();
        }
        return reader._found.ToImmutable();
    }

    private void Statement()
    {
        var token = _sql.Current;
        _sql.Position++;
        if (token.Is("CREATE"))
            Create();
        else if (token.Is("ALTER") && _sql.TryTake("TABLE"))
            AlterTable();
        else if (token.Is("DROP"))
            Drop();
        else if (token.Kind == SqlTokenKind.Text && Mentions(token.Value, "CREATE") && Mentions(token.Value, "INDEX"))
            NotUnderstood("", "a script creates an index in text that it executes");
    }

    private void Create()
    {
        var start = _sql.Position;
        if (_sql.TryTake("TABLE"))
        {
            CreateTable();
            return;
        }

        // UNIQUE, CLUSTERED, NONCLUSTERED, FULLTEXT, SPATIAL, COLUMNSTORE, OR REPLACE …
        var isUnique = false;
        string? method = null;
        for (var words = 0; words < 4 && _sql.Current.Kind == SqlTokenKind.Word && !_sql.Current.Is("INDEX"); words++)
        {
            isUnique |= _sql.Current.Is("UNIQUE");
            if (_sql.Current.Is("FULLTEXT") || _sql.Current.Is("SPATIAL") || _sql.Current.Is("COLUMNSTORE") || _sql.Current.Is("XML") || _sql.Current.Is("VECTOR"))
                method = _sql.Current.Value;
            _sql.Position++;
        }
        if (_sql.TryTake("INDEX"))
            CreateIndex(isUnique, method);
        else
            _sql.Position = start;
    }

    private void CreateIndex(bool isUnique, string? method)
    {
        _sql.TryTake("CONCURRENTLY");
        _sql.TryTakeAll("IF", "NOT", "EXISTS");
        var name = _sql.Current.Is("ON") ? null : _sql.Name();
        if (_sql.TryTake("USING"))
            method = _sql.Name();
        if (!_sql.TryTake("ON"))
        {
            NotUnderstood("", "a script creates an index that isn't understood");
            return;
        }
        _sql.TryTake("ONLY");
        if (_sql.Name() is not { } table)
        {
            NotUnderstood("", "a script creates an index on a table that isn't named");
            return;
        }
        if (_sql.TryTake("USING"))
            method = _sql.Name();
        Add(table, name, new SqlIndexParser(_sql).Read(isUnique, method, IndexOrigin.Migration));
    }

    private void CreateTable()
    {
        _sql.TryTakeAll("IF", "NOT", "EXISTS");
        if (_sql.Name() is not { } table || !_sql.TryTake('('))
            return;
        var columns = ImmutableArray.CreateBuilder<string>();
        var keys = new List<SqlStatement>();
        while (!_sql.IsAtEnd && !_sql.Current.Is(')') && !_sql.Current.Is(';'))
        {
            if (Constraint(table) is { } constraint)
            {
                keys.Add(constraint);
            }
            else if (_sql.Name() is { } column)
            {
                columns.Add(column);
                keys.AddRange(ColumnConstraints(table, column));
            }
            _sql.SkipItem();
            if (!_sql.TryTake(','))
                break;
        }
        _found.Add(new SqlStatement(SqlStatementKind.CreateTable, table) { Columns = columns.ToImmutable() });
        _found.AddRange(keys);
    }

    /// <summary>Reads a constraint or an index in the definition of a table; null where a column stands there.</summary>
    private SqlStatement? Constraint(string table)
    {
        var start = _sql.Position;
        var name = _sql.TryTake("CONSTRAINT") ? _sql.Name() : null;
        var isUnique = _sql.TryTakeAll("PRIMARY", "KEY") || _sql.TryTake("UNIQUE");
        var isIndex = !isUnique && (_sql.TryTake("INDEX") || _sql.TryTake("KEY"));
        if (isUnique || isIndex)
        {
            _ = _sql.TryTake("INDEX") || _sql.TryTake("KEY");
            while (_sql.Current.IsName && !_sql.Current.Is("USING") && !_sql.Current.Is("ON"))
                name = _sql.Name() is var word && IsSort(word!) ? name : word;
            if (_sql.TryTake("USING"))
                _sql.Name();
            if (_sql.Current.Is('('))
                return Statement(table, name, new SqlIndexParser(_sql).Read(isUnique, method: null, isUnique ? IndexOrigin.Key : IndexOrigin.Migration));
            // KEY and INDEX may be the names of columns.
            _sql.Position = start;
            return null;
        }
        if (name is null && !_sql.Current.Is("FOREIGN") && !_sql.Current.Is("CHECK") && !_sql.Current.Is("EXCLUDE") && !_sql.Current.Is("LIKE")
            && !_sql.Current.Is("FULLTEXT") && !_sql.Current.Is("SPATIAL") && !_sql.Current.Is("PERIOD"))
        {
            _sql.Position = start;
            return null;
        }
        if (_sql.Current.Is("EXCLUDE") || (_sql.Current.Is("LIKE") && name is null))
            return new SqlStatement(SqlStatementKind.NotUnderstood, table) { Problem = $"a script gives {table} indexes by {_sql.Current.Value.ToUpperInvariant()}" };
        // MySQL indexes foreign keys by itself, and other databases don't: assuming the index can only silence.
        if (_sql.TryTakeAll("FOREIGN", "KEY"))
        {
            if (!_sql.Current.Is('('))
                _sql.Name();
            if (_sql.Current.Is('('))
                return Statement(table, null, new SqlIndexParser(_sql).Read(isUnique: false, method: null, IndexOrigin.Convention));
        }
        // A check, which has no say here, but isn't a column either.
        return new SqlStatement(SqlStatementKind.DropIndex, table);
    }

    private IEnumerable<SqlStatement> ColumnConstraints(string table, string column)
    {
        for (; !_sql.IsAtEnd && !_sql.Current.Is(',') && !_sql.Current.Is(')') && !_sql.Current.Is(';');)
        {
            if (_sql.Current.Is('('))
            {
                _sql.SkipParentheses();
                continue;
            }
            if (_sql.TryTakeAll("PRIMARY", "KEY") || _sql.TryTake("UNIQUE"))
                yield return Statement(table, null, new TableIndex(IndexOrigin.Key, column) { IsUnique = true });
            else if (_sql.TryTake("INDEX"))
                yield return Statement(table, _sql.Name(), new TableIndex(IndexOrigin.Migration, column));
            else
                _sql.Position++;
        }
    }

    private void AlterTable()
    {
        _sql.TryTakeAll("IF", "EXISTS");
        _sql.TryTake("ONLY");
        if (_sql.Name() is not { } table)
            return;
        if (_sql.TryTake("WITH"))
            _sql.Position++;
        // Each word of the statement is looked at, so that several changes in one are all seen.
        while (!_sql.IsAtEnd && !_sql.Current.Is(';') && !StartsStatement(_sql.Current))
        {
            // SQL Server's ADD takes a list; elsewhere each change says what it does.
            if (_sql.Current.Is(',') && StartsChange(_sql.At(1)))
            {
                _sql.Position++;
            }
            else if (_sql.TryTake("ADD") || _sql.TryTake(','))
            {
                if (Constraint(table) is { } constraint)
                    _found.Add(constraint);
                else if (_sql.TryTake("COLUMN") | _sql.TryTakeAll("IF", "NOT", "EXISTS") | _sql.Current.IsName && _sql.Name() is { } column)
                    _found.AddRange(ColumnConstraints(table, column).ToList());
            }
            else if (_sql.TryTake("DROP"))
            {
                if (_sql.TryTake("CONSTRAINT") || _sql.TryTake("INDEX") || _sql.TryTake("KEY"))
                {
                    _sql.TryTakeAll("IF", "EXISTS");
                    _found.Add(new SqlStatement(SqlStatementKind.DropIndex, table) { Name = _sql.Name() });
                }
            }
            else if (_sql.TryTake("RENAME"))
            {
                NotUnderstood(table, $"a script renames something of {table}");
            }
            else if (_sql.Current.Is('('))
            {
                _sql.SkipParentheses();
            }
            else
            {
                _sql.Position++;
            }
        }
    }

    private void Drop()
    {
        if (!_sql.TryTake("INDEX"))
            return;
        _sql.TryTake("CONCURRENTLY");
        _sql.TryTakeAll("IF", "EXISTS");
        var names = new List<string>();
        do
        {
            if (_sql.Name() is { } name)
                names.Add(name);
        }
        while (_sql.TryTake(','));
        var table = _sql.TryTake("ON") ? _sql.Name() ?? "" : "";
        _found.AddRange(names.Select(name => new SqlStatement(SqlStatementKind.DropIndex, table) { Name = name }));
    }

    private void Add(string table, string? name, TableIndex? index) => _found.Add(Statement(table, name, index));

    private static SqlStatement Statement(string table, string? name, TableIndex? index) => index is null
        ? new SqlStatement(SqlStatementKind.NotUnderstood, table) { Problem = $"a script creates an index on {table} that is no list of columns" }
        : new SqlStatement(SqlStatementKind.CreateIndex, table) { Name = name, Index = index };

    private void NotUnderstood(string table, string problem) => _found.Add(new SqlStatement(SqlStatementKind.NotUnderstood, table) { Problem = problem });

    private static bool IsSort(string word) =>
        word.Equals("CLUSTERED", StringComparison.OrdinalIgnoreCase) || word.Equals("NONCLUSTERED", StringComparison.OrdinalIgnoreCase);

    private static bool StartsStatement(SqlToken token) => token.Is("CREATE") || token.Is("ALTER") || token.Is("GO") || token.Is("INSERT");

    private static bool StartsChange(SqlToken token) =>
        token.Is("ADD") || token.Is("DROP") || token.Is("ALTER") || token.Is("RENAME") || token.Is("MODIFY") || token.Is("CHANGE") || token.Is("SET");

    private static bool Mentions(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
