namespace PerfAnalyzers.AccessPaths;

/// <summary>A database whose abilities differ from the others'.</summary>
internal enum Database
{
    /// <summary>Microsoft SQL Server and Azure SQL.</summary>
    SqlServer,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>SQLite.</summary>
    Sqlite,

    /// <summary>MySQL and MariaDB, through Pomelo's provider or Oracle's.</summary>
    MySql,
}
