namespace PerfAnalyzers.Tests.Rules;

/// <summary>The EF Core provider that a project under test references.</summary>
public enum Provider
{
    /// <summary>None: the queries may run on any database.</summary>
    None,
    SqlServer,
    PostgreSql,
    Sqlite,
    MySql,
}
