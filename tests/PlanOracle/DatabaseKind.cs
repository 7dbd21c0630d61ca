namespace PerfTooling.PlanOracle;

/// <summary>The databases whose planners are asked.</summary>
internal enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
