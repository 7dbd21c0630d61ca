using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Congregation.Data.Seeding;

/// <summary>
/// Writes entities through one prepared command, past <c>SaveChanges</c>, which tracks every row.
/// Table, columns and conversions come from the EF model, so nothing is named twice.
/// </summary>
internal sealed class BulkInsert<TEntity> : IDisposable
    where TEntity : class
{
    private readonly DbCommand _command;
    private readonly Func<TEntity, object?>[] _readers;
    private readonly string _insertInto;
    private readonly int _rowsPerCommand;
    private int _filledRows;

    public BulkInsert(DbContext context)
    {
        // Each command is a round trip to PostgreSQL; SQLite lives in this process, where there is none to save.
        _rowsPerCommand = context.Database.IsNpgsql() ? 100 : 1;

        var entityType = context.Model.FindEntityType(typeof(TEntity))!;
        var table = StoreObjectIdentifier.Create(entityType, StoreObjectType.Table)!.Value;
        var properties = entityType.GetProperties().ToList();
        var sql = context.GetService<ISqlGenerationHelper>();
        var columns = properties.Select(property => sql.DelimitIdentifier(property.GetColumnName(table)!));
        _insertInto = $"INSERT INTO {sql.DelimitIdentifier(table.Name)} ({string.Join(", ", columns)}) VALUES ";
        _readers = [.. properties.Select(Reader)];

        _command = context.Database.GetDbConnection().CreateCommand();
        _command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        _command.CommandText = _insertInto + Values(_rowsPerCommand);
        for (var row = 0; row < _rowsPerCommand; row++)
        {
            foreach (var property in properties)
            {
                _command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(
                    _command, ParameterName(_command.Parameters.Count), value: null, nullable: true));
            }
        }

        _command.Prepare();
    }

    public void Write(TEntity entity)
    {
        for (var column = 0; column < _readers.Length; column++)
            _command.Parameters[_filledRows * _readers.Length + column].Value = _readers[column](entity) ?? DBNull.Value;
        if (++_filledRows == _rowsPerCommand)
            Execute();
    }

    /// <summary>Writes the rows that did not fill a command. Nothing may be written afterwards.</summary>
    public void Complete()
    {
        if (_filledRows == 0)
            return;

        while (_command.Parameters.Count > _filledRows * _readers.Length)
            _command.Parameters.RemoveAt(_command.Parameters.Count - 1);
        _command.CommandText = _insertInto + Values(_filledRows);
        Execute();
    }

    public void Dispose() => _command.Dispose();

    private void Execute()
    {
        _command.ExecuteNonQuery();
        _filledRows = 0;
    }

    /// <summary>(@p0, @p1), (@p2, @p3) …</summary>
    private string Values(int rows) => string.Join(", ", Enumerable.Range(0, rows).Select(row =>
        "(" + string.Join(", ", Enumerable.Range(row * _readers.Length, _readers.Length).Select(index => "@" + ParameterName(index))) + ")"));

    private static string ParameterName(int index) => $"p{index}";

    private static Func<TEntity, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        return property.GetRelationalTypeMapping().Converter is { } converter
            ? entity => converter.ConvertToProvider(getter.GetClrValue(entity))
            : entity => getter.GetClrValue(entity);
    }
}
