using System.Runtime.CompilerServices;
using PerfAssert;

namespace Congregation.LoadTests;

/// <summary>Runs where <c>CONGREGATION_TEST_POSTGRESQL</c> holds the connection string of a server that may be written to.</summary>
public sealed class PostgreSqlLoadFactAttribute : LoadFactAttribute
{
    public const string Variable = "CONGREGATION_TEST_POSTGRESQL";

    public PostgreSqlLoadFactAttribute([CallerFilePath] string? sourceFile = null, [CallerLineNumber] int sourceLine = 0)
        : base(sourceFile, sourceLine)
    {
        if (Environment.GetEnvironmentVariable(Variable) is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"{Variable} is not set: it would hold a PostgreSQL connection string.";
    }
}
