using System.Collections;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PerfAssert.EntityFrameworkCore.Plans;

namespace PerfAssert.EntityFrameworkCore;

/// <summary>
/// Looks at query plans on SQLite and PostgreSQL. Nothing is executed, and rows are not needed: PostgreSQL is asked with <c>enable_seqscan=off</c>,
/// so that an index is used wherever one can be.
/// </summary>
public static class QueryPlans
{
    /// <summary>The plan of a query.</summary>
    /// <param name="context">The context that the query is of.</param>
    /// <param name="query">The query, not executed. For what ends in Count() or First(): <see cref="Explain(DbContext, SqlRecording)"/>.</param>
    /// <returns>The plan; its text is a tree.</returns>
    /// <exception cref="PerfTestException">The database's plans cannot be read, or the query's command is not one statement.</exception>
    public static QueryPlan Explain(DbContext context, IQueryable query)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Provider.Execute<IEnumerable>(query.Expression).GetType().Name.Contains("SplitQuerying", StringComparison.Ordinal))
            throw new PerfTestException($"A split query is several commands. Record it, and hand the recording over: {nameof(QueryPlans)}.{nameof(AssertNoFullScan)}(context, recording).");
        using var command = query.CreateDbCommand();
        if (command.Connection != context.Database.GetDbConnection())
            throw new PerfTestException("The query is of another context than the one it was handed over with.");
        return Explain(context, command.CommandText, [.. command.Parameters.Cast<DbParameter>()]);
    }

    /// <summary>The plans of all that a recording has, each statement once; what reads no table by a condition (INSERT, SaveChanges) is left out.</summary>
    /// <param name="context">A context on the database that was recorded. It may be another one than sent the commands.</param>
    /// <param name="recording">The recording.</param>
    /// <exception cref="PerfTestException">The database's plans cannot be read, a command is not one statement, or nothing was recorded.</exception>
    public static IReadOnlyList<QueryPlan> Explain(DbContext context, SqlRecording recording)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(recording);
        if (recording.Commands.Count == 0)
        {
            throw new PerfTestException("The recording has no command: " + (recording.SureAfter is null
                ? "EF Core sent none in its async flow."
                : "EF Core sent none in its async flow, or by a context that is older than the recording (see SqlRecording.SureAfter): create the context inside it."));
        }

        return
        [
            .. recording.Commands.Where(command => ExplainableStatement.Of(command) != Explainability.No).DistinctBy(command => command.Sql, StringComparer.Ordinal)
                .Select(command => Explain(context, command.Sql, command.Parameters)),
        ];
    }

    /// <summary>Asserts that every table of the query is entered by an index, or by its key.</summary>
    /// <inheritdoc cref="Explain(DbContext, IQueryable)"/>
    /// <exception cref="QueryPlanException">One is not: the message has the plan as a tree, the table, and the index that would help.</exception>
    public static void AssertSeeks(DbContext context, IQueryable query) => AssertSeeks(context, [Explain(context, query)]);

    /// <summary>Asserts that every table of all recorded commands is entered by an index, or by its key.</summary>
    /// <inheritdoc cref="Explain(DbContext, SqlRecording)"/>
    /// <exception cref="QueryPlanException">One is not: the message has the plan as a tree, the table, and the index that would help.</exception>
    public static void AssertSeeks(DbContext context, SqlRecording recording) => AssertSeeks(context, Explain(context, recording));

    /// <summary>
    /// Asserts that the query reads no table and no index from end to end. It may read them in order until it has enough (ORDER BY with LIMIT by an
    /// index), which <see cref="AssertSeeks(DbContext, IQueryable)"/> does not allow.
    /// </summary>
    /// <inheritdoc cref="Explain(DbContext, IQueryable)"/>
    /// <exception cref="QueryPlanException">It does: the message has the plan as a tree, the table, and the index that would help.</exception>
    public static void AssertNoFullScan(DbContext context, IQueryable query) => AssertNoFullScan(context, [Explain(context, query)]);

    /// <summary>Asserts that none of the recorded commands reads a table or an index from end to end.</summary>
    /// <inheritdoc cref="Explain(DbContext, SqlRecording)"/>
    /// <exception cref="QueryPlanException">One does: the message has the plan as a tree, the table, and the index that would help.</exception>
    public static void AssertNoFullScan(DbContext context, SqlRecording recording) => AssertNoFullScan(context, Explain(context, recording));

    private static void AssertSeeks(DbContext context, IReadOnlyList<QueryPlan> plans)
    {
        AssertNoFullScan(context, plans);
        foreach (var plan in plans)
        {
            var others = plan.Accesses.Where(access => access.Kind != TableAccessKind.Seek).ToList();
            if (others.Count > 0)
                throw Failure($"{Tables(others)} {(others.Count == 1 ? "is" : "are")} not entered by a value: the rows are read in order until there are enough", plan, others, context.Model);
            if (plan.Accesses.Count == 0)
                throw Failure("the plan reads no table, so that nothing seeks", plan, [], context.Model);
        }
    }

    private static void AssertNoFullScan(DbContext context, IReadOnlyList<QueryPlan> plans)
    {
        foreach (var plan in plans)
        {
            var scans = plan.FullScans.ToList();
            if (scans.Count > 0)
                throw Failure($"{Tables(scans)} {(scans.Count == 1 ? "is" : "are")} read from end to end", plan, scans, context.Model);
        }
    }

    private static QueryPlanException Failure(string what, QueryPlan plan, List<TableAccess> culprits, IModel model) =>
        new(string.Join(Environment.NewLine + "  ", PlanText.Lines(plan, culprits, model).Prepend(what)), plan);

    private static string Tables(IEnumerable<TableAccess> accesses) => string.Join(", ", accesses.Select(access => access.Table).Distinct(StringComparer.Ordinal));

    private static QueryPlan Explain(DbContext context, string sql, IReadOnlyList<DbParameter> parameters)
    {
        var connection = context.Database.GetDbConnection();
        var database = PlanDatabase.Of(connection) ?? throw new PerfTestException($"Plans are read on SQLite and PostgreSQL, and this context's provider is {context.Database.ProviderName}.");
        if (ExplainableStatement.Of(sql) == Explainability.SeveralStatements)
            throw new PerfTestException($"A command consists of several statements, which cannot be explained: {sql}");
        context.Database.OpenConnection();
        try
        {
            return database.Explain(connection, sql, parameters);
        }
        finally
        {
            context.Database.CloseConnection();
        }
    }
}
