namespace Congregation.LoadTests;

/// <summary>Runs where <c>CONGREGATION_TEST_POSTGRESQL</c> holds the connection string of a server that may be written to.</summary>
public sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public const string Variable = "CONGREGATION_TEST_POSTGRESQL";

    public PostgreSqlTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"{Variable} is not set: it would hold a PostgreSQL connection string.";
    }
}
