using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Congregation.Data.Seeding;

/// <summary>
/// Writes entities through one prepared command: some ten times faster than <c>SaveChanges</c>, which tracks
/// every row. Table, columns and conversions come from the EF model, so nothing is named twice.
/// </summary>
internal sealed class BulkInsert<TEntity> : IDisposable
    where TEntity : class
{
    private readonly DbCommand _command;
    private readonly Column[] _columns;

    public BulkInsert(DbContext context)
    {
        var entityType = context.Model.FindEntityType(typeof(TEntity))!;
        var table = StoreObjectIdentifier.Create(entityType, StoreObjectType.Table)!.Value;
        var sql = context.GetService<ISqlGenerationHelper>();

        _command = context.Database.GetDbConnection().CreateCommand();
        _command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        _columns = [.. entityType.GetProperties().Select((property, index) => AddColumn(property, $"p{index}"))];

        var names = entityType.GetProperties().Select(property => sql.DelimitIdentifier(property.GetColumnName(table)!));
        var values = _columns.Select(column => "@" + column.Parameter.ParameterName);
        _command.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(table.Name)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)})";
    }

    public void Write(TEntity entity)
    {
        foreach (var column in _columns)
            column.Parameter.Value = column.Read(entity) ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Prepare() => _command.Prepare();

    public void Dispose() => _command.Dispose();

    private Column AddColumn(IProperty property, string name)
    {
        var mapping = property.GetRelationalTypeMapping();
        var parameter = mapping.CreateParameter(_command, name, value: null, nullable: true);
        _command.Parameters.Add(parameter);

        var getter = property.GetGetter();
        var convert = mapping.Converter?.ConvertToProvider;
        return new Column(
            parameter,
            entity => getter.GetClrValue(entity) is { } value && convert is not null
                ? convert(value)
                : getter.GetClrValue(entity));
    }

    private sealed record Column(DbParameter Parameter, Func<object, object?> Read);
}
