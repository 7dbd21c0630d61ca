using System.Data.Common;

namespace Congregation.Tests.QueryPlans;

/// <summary>A command as it was sent to the database.</summary>
public sealed record RecordedCommand(string Sql, IReadOnlyList<RecordedParameter> Parameters)
{
    public static RecordedCommand Of(DbCommand command) => new(
        command.CommandText,
        [.. command.Parameters.Cast<DbParameter>().Select(parameter => new RecordedParameter(parameter.ParameterName, parameter.Value))]);
}
