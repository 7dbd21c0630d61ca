using System.Data.Common;

namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>A kind of database whose plans can be read. Known by the name of its ADO.NET provider, on which this package does not depend.</summary>
internal abstract class PlanDatabase
{
    private static readonly PlanDatabase Sqlite = new SqlitePlans();
    private static readonly PlanDatabase PostgreSql = new PostgreSqlPlans();

    /// <summary>The database's kind; null where its plans cannot be read.</summary>
    public static PlanDatabase? Of(DbConnection connection) => connection.GetType().FullName switch
    {
        "Microsoft.Data.Sqlite.SqliteConnection" => Sqlite,
        "Npgsql.NpgsqlConnection" => PostgreSql,
        _ => null,
    };

    /// <summary>Whether a connection can be asked something while a reader is open on it.</summary>
    public abstract bool CanQueryBesideReader { get; }

    /// <summary>A parameter like another: one belongs to one command at a time, and EF Core may use it again.</summary>
    public static DbParameter Copy(DbParameter parameter, DbCommand command)
    {
        if (parameter is ICloneable cloneable && cloneable.Clone() is DbParameter clone)
            return clone;
        var copy = command.CreateParameter();
        copy.ParameterName = parameter.ParameterName;
        copy.Value = parameter.Value;
        return copy;
    }

    /// <summary>Asks for the plan of one statement. Nothing is executed.</summary>
    /// <param name="connection">An open connection on which no reader is open.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its parameters, in no command yet.</param>
    public abstract QueryPlan Explain(DbConnection connection, string sql, IReadOnlyList<DbParameter> parameters);

    protected static List<T> Query<T>(DbConnection connection, string sql, IReadOnlyList<DbParameter> parameters, Func<DbDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.Add(Copy(parameter, command));
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}
