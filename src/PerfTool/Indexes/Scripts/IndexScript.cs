using System.Text;
using PerfAnalyzers.AccessPaths;

namespace PerfTool.Indexes.Scripts;

/// <summary>A script that creates each index which isn't there: run twice, it does nothing the second time.</summary>
internal static class IndexScript
{
    /// <summary>Writes it.</summary>
    /// <param name="indexes">The indexes; their tables are known.</param>
    /// <param name="database">Whose SQL.</param>
    /// <param name="concurrently">PostgreSQL: without locks against writes.</param>
    public static string Write(IReadOnlyList<MissingIndex> indexes, Database database, bool concurrently)
    {
        var names = IndexNames.Of(indexes, database);
        var script = new StringBuilder();
        script.Append("-- Indexes that PerfAnalyzers found missing. Each is created only if there is none of its name; running this twice does no harm.\n");
        foreach (var line in Remarks(database, concurrently))
            script.Append("-- ").Append(line).Append('\n');
        foreach (var (index, name) in indexes.Zip(names))
        {
            script.Append('\n');
            foreach (var query in index.Queries)
                script.Append("-- ").Append(Identifiers.InComment(query.InFile)).Append('\n');
            script.Append(IndexStatements.Create(index, name, database, concurrently)).Append('\n');
        }

        return script.ToString();
    }

    /// <summary>What has to be known before it is run on a database that is in use.</summary>
    private static IEnumerable<string> Remarks(Database database, bool concurrently) => (database, concurrently) switch
    {
        (Database.PostgreSql, true) =>
        [
            "CONCURRENTLY does not work inside a transaction: run this without one (psql: not with --single-transaction).",
            "A build that was broken off leaves an invalid index, which IF NOT EXISTS then takes for one that is there: look for it with",
            "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid; and drop it.",
        ],
        (Database.PostgreSql, false) => ["While an index is built, its table can be read and not written. --concurrently writes a script that doesn't lock."],
        (Database.SqlServer, _) =>
        [
            "While an index is built, its table can be read and not written. WITH (ONLINE = ON) doesn't lock, where the edition has it.",
            "A column of type nvarchar(max) can't be part of an index: give it a length.",
        ],
        (Database.MySql, _) =>
        [
            "InnoDB builds an index online: its table can be read and written meanwhile, but for a moment at the start and the end.",
            "A column of type longtext can't be part of an index without a length: give it one.",
            "Each CREATE INDEX commits by itself.",
        ],
        _ => ["While an index is built, the database can't be written."],
    };
}
