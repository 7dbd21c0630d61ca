namespace PerfTooling.Shared;

/// <summary>Runs where PostgreSQL's server is installed. In CI, which skips nothing, it runs and fails where it isn't.</summary>
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute()
    {
        if (PostgreSqlServer.FindBinaries() is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "PostgreSQL's server isn't installed: the test starts one of its own.";
    }
}
