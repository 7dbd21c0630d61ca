using System.Data;
using System.Data.Common;

namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>Explains the commands of a recorded call, each statement once, on the connections they were sent on.</summary>
internal sealed class PlanCollector
{
    private readonly HashSet<RecordedCommand> _done = [];
    private readonly HashSet<string> _statements = new(StringComparer.Ordinal);
    private readonly List<string> _lines = [];

    /// <summary>Tables and indexes read from end to end, in all statements.</summary>
    public int FullScans { get; private set; }

    /// <summary>The statements with full scans, their plans, and the indexes that would help.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Why a statement was not explained; null where all were.</summary>
    public string? Problem { get; private set; }

    /// <summary>Explains what was sent on a connection that is open and about to be closed.</summary>
    public void ExplainOn(DbConnection connection, IReadOnlyList<RecordedCommand> commands)
    {
        foreach (var command in commands.Where(command => command.Connection == connection))
            Explain(command, connection);
    }

    /// <summary>Explains what was sent on connections that the test itself keeps open.</summary>
    public void ExplainRemaining(IReadOnlyList<RecordedCommand> commands)
    {
        foreach (var command in commands.Where(command => !_done.Contains(command)))
        {
            if (command.Connection is { State: ConnectionState.Open } connection && !commands.Any(other => other.Connection == connection && other.IsReading))
                Explain(command, connection);
            else if (ExplainableStatement.Of(command) != Explainability.No)
                Problem ??= command.IsReading ? "a result was still being read when the test ended: dispose it" : "a command's connection was closed before its plan could be asked for";
        }
    }

    private void Explain(RecordedCommand command, DbConnection connection)
    {
        if (!_done.Add(command))
            return;
        var explainable = ExplainableStatement.Of(command);
        if (explainable == Explainability.No || !_statements.Add(command.Sql))
            return;
        if (PlanDatabase.Of(connection) is not { } database)
        {
            Problem ??= $"plans are read on SQLite and PostgreSQL, and not by {connection.GetType().FullName}";
            return;
        }

        if (explainable == Explainability.SeveralStatements)
        {
            Problem ??= "a command consists of several statements, which cannot be explained: " + command.Statement;
            return;
        }

        try
        {
            var plan = database.Explain(connection, command.Sql, command.Parameters);
            var scans = plan.FullScans.ToList();
            FullScans += scans.Count;
            if (scans.Count > 0)
                _lines.AddRange(PlanText.Lines(plan, scans, command.Model));
        }
        catch (Exception e)
        {
            // We are inside EF Core's closing of a connection: what goes wrong here must not look like the test's own failure.
            Problem ??= $"the database did not explain {command.Statement}: {e.Message}";
        }
    }
}
