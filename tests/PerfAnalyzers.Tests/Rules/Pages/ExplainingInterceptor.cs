using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerfAnalyzers.Tests.Rules.Pages;

/// <summary>Asks SQLite how it would run each query.</summary>
internal sealed class ExplainingInterceptor : DbCommandInterceptor
{
    /// <summary>The steps of the last query, as <c>EXPLAIN QUERY PLAN</c> names them.</summary>
    public IReadOnlyList<string> Plan { get; private set; } = [];

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await using var explain = command.Connection!.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = explain.CreateParameter();
            copy.ParameterName = parameter.ParameterName;
            copy.Value = parameter.Value;
            explain.Parameters.Add(copy);
        }

        var steps = new List<string>();
        await using (var reader = await explain.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                steps.Add(reader.GetString(3));
        }

        Plan = steps;
        return result;
    }
}
