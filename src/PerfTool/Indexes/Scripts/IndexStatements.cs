using PerfAnalyzers.AccessPaths;

namespace PerfTool.Indexes.Scripts;

/// <summary>The statements that create an index unless it is there, and drop it if it is. They go by its name: an index of another name on the same columns is not seen.</summary>
internal static class IndexStatements
{
    /// <summary>Creates the index if there is none of its name.</summary>
    /// <param name="index">The index; its table is known.</param>
    /// <param name="name">Its name.</param>
    /// <param name="database">Whose SQL.</param>
    /// <param name="concurrently">PostgreSQL: without a lock against writes, and outside of any transaction.</param>
    public static string Create(MissingIndex index, string name, Database database, bool concurrently = false)
    {
        var table = Identifiers.Quote(index.Table!, database);
        var columns = string.Join(", ", index.Columns.Select(column => Identifiers.Quote(column.Column, database) + (column.IsDescending ? " DESC" : "")));
        var on = $"{Identifiers.Quote(name, database)} ON {table} ({columns})";
        return database switch
        {
            Database.PostgreSql => $"CREATE INDEX {(concurrently ? "CONCURRENTLY " : "")}IF NOT EXISTS {on};",
            Database.Sqlite => $"CREATE INDEX IF NOT EXISTS {on};",
            Database.MySql => Prepared(index, name, $"CREATE INDEX {on}", isThere: false),
            _ => $"""
                IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID({Identifiers.Text(table, database)}) AND name = {Identifiers.Text(name, database)})
                    CREATE INDEX {on};
                """.ReplaceLineEndings("\n"),
        };
    }

    /// <summary>Drops the index if there is one of its name.</summary>
    public static string Drop(MissingIndex index, string name, Database database)
    {
        var quoted = Identifiers.Quote(name, database);
        var table = Identifiers.Quote(index.Table!, database);
        return database switch
        {
            Database.PostgreSql => $"DROP INDEX IF EXISTS {Identifiers.InSchema(index.Table!, name, database)};",
            Database.Sqlite => $"DROP INDEX IF EXISTS {quoted};",
            Database.MySql => Prepared(index, name, $"DROP INDEX {quoted} ON {table}", isThere: true),
            _ => $"DROP INDEX IF EXISTS {quoted} ON {table};",
        };
    }

    /// <summary>MySQL has neither IF NOT EXISTS for an index nor IF outside of a procedure: what to do is chosen as a text, and run.</summary>
    private static string Prepared(MissingIndex index, string name, string statement, bool isThere) => $"""
        SET @perftool = IF((SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = {Identifiers.Text(index.Table!.Name, Database.MySql)} AND index_name = {Identifiers.Text(name, Database.MySql)}) {(isThere ? ">" : "=")} 0, {Identifiers.Text(statement, Database.MySql)}, 'DO 0');
        PREPARE perftool FROM @perftool;
        EXECUTE perftool;
        DEALLOCATE PREPARE perftool;
        """.ReplaceLineEndings("\n");
}
