using System.Security.Cryptography;
using System.Text;
using PerfAnalyzers.AccessPaths;

namespace PerfTool.Indexes.Scripts;

/// <summary>
/// Names of indexes: the ones EF Core gives (<c>IX_Orders_Status_CreatedAt</c>, cut with a <c>~</c> where the database's limit is passed), so that an
/// index in the model is the same index. Where EF Core's name would not fit, or two would be alike, the end is a hash of table and columns.
/// </summary>
internal static class IndexNames
{
    private const int HashDigits = 8;

    /// <summary>A name for each index, in the same order; no two alike.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<MissingIndex> indexes, Database database)
    {
        var names = indexes.Select(index => Cut(Full(index), database)).ToList();
        var alike = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select((name, i) => alike.Contains(name) || !Fits(name, database) ? Hashed(indexes[i], database) : name)];
    }

    /// <summary>The name without regard to limits.</summary>
    public static string Full(MissingIndex index) => $"IX_{index.Table?.Name ?? index.EntityName}_{string.Join('_', index.Columns.Select(column => column.Column))}";

    /// <summary>The most that an identifier may have: characters, on PostgreSQL bytes in UTF-8. SQLite has no limit.</summary>
    private static int Limit(Database database) => database switch
    {
        Database.SqlServer => 128,
        Database.PostgreSql => 63,
        Database.MySql => 64,
        _ => int.MaxValue,
    };

    private static string Cut(string name, Database database) => name.Length > Limit(database) ? name[..(Limit(database) - 1)] + "~" : name;

    private static bool Fits(string name, Database database) => Length(name, database) <= Limit(database);

    private static int Length(string name, Database database) => database == Database.PostgreSql ? Encoding.UTF8.GetByteCount(name) : name.Length;

    private static string Hashed(MissingIndex index, Database database)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(index.ToString())))[..HashDigits];
        var start = Full(index);
        while (Length(start, database) > Limit(database) - HashDigits - 1)
            start = start[..^(start.Length > 1 && char.IsLowSurrogate(start[^1]) ? 2 : 1)];
        return $"{start}_{hash}";
    }
}
