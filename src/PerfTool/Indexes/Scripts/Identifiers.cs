using PerfAnalyzers.AccessPaths;

namespace PerfTool.Indexes.Scripts;

/// <summary>Names and texts, as the SQL of each database has them.</summary>
internal static class Identifiers
{
    /// <summary>A name in the database's quotes.</summary>
    public static string Quote(string name, Database database) => database switch
    {
        Database.SqlServer => "[" + name.Replace("]", "]]", StringComparison.Ordinal) + "]",
        Database.MySql => "`" + name.Replace("`", "``", StringComparison.Ordinal) + "`",
        _ => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
    };

    /// <summary>A table; with its schema where the database has such.</summary>
    public static string Quote(TableName table, Database database) => InSchema(table, table.Name, database);

    /// <summary>What lies in the schema of a table.</summary>
    public static string InSchema(TableName table, string name, Database database) => table.Schema is { } schema && database is Database.SqlServer or Database.PostgreSql
        ? $"{Quote(schema, database)}.{Quote(name, database)}"
        : Quote(name, database);

    /// <summary>A text. MySQL takes a backslash for an escape, unless it was told not to.</summary>
    public static string Text(string text, Database database)
    {
        var quoted = "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
        return database switch
        {
            Database.SqlServer => "N" + quoted,
            Database.MySql => quoted.Replace("\\", "\\\\", StringComparison.Ordinal),
            _ => quoted,
        };
    }

    /// <summary>Text for one line of a comment.</summary>
    public static string InComment(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
