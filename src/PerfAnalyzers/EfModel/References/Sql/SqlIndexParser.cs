using System.Collections.Immutable;
using System.Text;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel.References.Sql;

/// <summary>Reads what follows the table of an index: its columns, included columns and filter.</summary>
internal sealed class SqlIndexParser(SqlCursor sql)
{
    /// <summary>The index, or null where it is on anything but columns. The cursor ends up behind it.</summary>
    public TableIndex? Read(bool isUnique, string? method, IndexOrigin origin)
    {
        if (!sql.Current.Is('('))
            return null;
        var columns = Columns(out var hasOperatorClass);
        var included = ImmutableArray<string>.Empty;
        string? filter = null;
        while (true)
        {
            if (sql.Current.Is("INCLUDE") && sql.At(1).Is('('))
            {
                sql.Position++;
                included = Columns(out _) is { } list ? list.Select(column => column.Name).ToImmutableArray() : included;
            }
            else if (sql.Current.Is("WITH") && sql.At(1).Is('('))
            {
                sql.Position++;
                sql.SkipParentheses();
            }
            else if (sql.Current.Is("NULLS"))
            {
                sql.Position++;
                _ = sql.TryTake("NOT");
                _ = sql.TryTake("DISTINCT");
            }
            else if (sql.TryTake("WHERE"))
            {
                filter = Filter();
            }
            else
            {
                break;
            }
        }
        return columns is null ? null : new TableIndex(columns.ToImmutableArray(), origin)
        {
            IsUnique = isUnique,
            Method = method,
            Included = included,
            Filter = filter,
            HasOperatorClass = hasOperatorClass,
        };
    }

    private List<IndexColumn>? Columns(out bool hasOperatorClass)
    {
        hasOperatorClass = false;
        var columns = new List<IndexColumn>();
        sql.TryTake('(');
        while (!sql.IsAtEnd && !sql.Current.Is(')') && !sql.Current.Is(';'))
        {
            // lower(email), (a + b), jsonb paths: no column.
            var isExpression = !sql.Current.IsName || (sql.At(1).Is('(') && sql.At(2).Kind == SqlTokenKind.Word && !char.IsDigit(sql.At(2).Value[0])) || sql.At(1).Is('-');
            if (isExpression)
            {
                while (!sql.IsAtEnd && !sql.Current.Is(')') && !sql.Current.Is(';'))
                    Skip();
                sql.TryTake(')');
                return null;
            }
            var name = sql.Current.Value;
            var isDescending = false;
            sql.Position++;
            while (!sql.IsAtEnd && !sql.Current.Is(',') && !sql.Current.Is(')') && !sql.Current.Is(';'))
            {
                isDescending |= sql.Current.Is("DESC");
                hasOperatorClass |= sql.Current.IsName && !IsOrder(sql.Current);
                Skip();
            }
            columns.Add(new IndexColumn(name, isDescending));
            if (!sql.TryTake(','))
                break;
        }
        sql.TryTake(')');
        return columns.Count > 0 ? columns : null;
    }

    private void Skip()
    {
        if (sql.Current.Is('('))
            sql.SkipParentheses();
        else
            sql.Position++;
    }

    /// <summary>The text of the filter, up to the end of the statement.</summary>
    private string Filter()
    {
        var text = new StringBuilder();
        while (!sql.IsAtEnd && !sql.Current.Is(';') && !sql.Current.Is("GO") && !sql.Current.Is("CREATE") && !(sql.Current.Is("WITH") && sql.At(1).Is('(')))
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(sql.Current.Kind switch
            {
                SqlTokenKind.Text => "'" + sql.Current.Value.Replace("'", "''") + "'",
                SqlTokenKind.Name => "\"" + sql.Current.Value + "\"",
                _ => sql.Current.Value,
            });
            sql.Position++;
        }
        return text.ToString();
    }

    private static bool IsOrder(SqlToken token) => token.Is("ASC") || token.Is("DESC") || token.Is("NULLS") || token.Is("FIRST") || token.Is("LAST");
}
