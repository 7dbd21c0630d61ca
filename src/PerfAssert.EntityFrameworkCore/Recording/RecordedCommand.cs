using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using PerfAssert.EntityFrameworkCore.Plans;
using PerfAssert.EntityFrameworkCore.Statements;

namespace PerfAssert.EntityFrameworkCore;

/// <summary>A command that EF Core sent.</summary>
public sealed class RecordedCommand
{
    private string? _statement;

    internal RecordedCommand(DbCommand command, CommandSource source, IModel? model)
    {
        Sql = command.CommandText;
        Connection = command.Connection;
        IsSaving = source == CommandSource.SaveChanges;
        Model = model;
        // Only where they are needed again: another provider's parameters are none of our business.
        if (command.Connection is { } connection && PlanDatabase.Of(connection) is not null)
            Parameters = [.. command.Parameters.Cast<DbParameter>().Select(parameter => PlanDatabase.Copy(parameter, command))];
    }

    /// <summary>The command's text.</summary>
    public string Sql { get; }

    /// <summary>The text with parameters and lists of values collapsed: the same for commands that differ only in their values.</summary>
    public string Statement => _statement ??= StatementNormalizer.Normalize(Sql);

    /// <summary>Rows read from the command's result; 0 for a command without one.</summary>
    public long Rows { get; internal set; }

    /// <summary>Whether rows were read that nobody can tell the number of: a split query's collections, but on SQLite and PostgreSQL.</summary>
    internal bool HasUnknownRows { get; set; }

    /// <summary>Copies of the parameters, with the values they had; none where the database's plans cannot be read.</summary>
    internal IReadOnlyList<DbParameter> Parameters { get; } = [];

    internal DbConnection? Connection { get; }

    /// <summary>The model of the context that sent it.</summary>
    internal IModel? Model { get; }

    /// <summary>Whether SaveChanges sent it: it finds rows by their keys.</summary>
    internal bool IsSaving { get; }

    /// <summary>Whether its result is still being read.</summary>
    internal bool IsReading { get; set; }
}
