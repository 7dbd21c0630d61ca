using System.Data.Common;
using System.Globalization;
using PerfAssert.EntityFrameworkCore.Plans;

namespace PerfAssert.EntityFrameworkCore.Recording;

/// <summary>EF Core reads the collections of a split query past its own counter. There the database is asked for the number.</summary>
internal static class UncountedRows
{
    /// <summary>How many rows a result had; null where that cannot be found out.</summary>
    /// <param name="reader">The reader, about to be closed.</param>
    /// <param name="command">Its command.</param>
    public static long? Of(DbDataReader reader, DbCommand command)
    {
        if (command.Connection is not { } connection || PlanDatabase.Of(connection) is not { } database)
            return null;
        // Beside an open reader only SQLite can do something else. EF Core buffers where a database can't; then the database's own reader is closed.
        var isBuffered = reader.GetType().Assembly != connection.GetType().Assembly;
        if (!isBuffered && !database.CanQueryBesideReader)
            return null;

        try
        {
            using var count = connection.CreateCommand();
            count.Transaction = command.Transaction;
            count.CommandText = $"SELECT COUNT(*) FROM ({command.CommandText.TrimEnd().TrimEnd(';')}) AS q";
            foreach (DbParameter parameter in command.Parameters)
                count.Parameters.Add(PlanDatabase.Copy(parameter, count));
            return Convert.ToInt64(count.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
        catch (Exception)
        {
            // In the middle of EF Core's own work: whatever goes wrong here, the answer is that we don't know.
            return null;
        }
    }
}
