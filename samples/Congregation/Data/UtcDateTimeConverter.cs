using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Congregation.Data;

/// <summary>All times are UTC. SQLite forgets that on the way back; PostgreSQL insists on it on the way in.</summary>
internal sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
