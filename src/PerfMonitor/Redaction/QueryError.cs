using System.Data.Common;

namespace PerfMonitor.Redaction;

/// <summary>What is kept of an exception: messages and details carry values (a key that was there already, a text that is no number).</summary>
internal static class QueryError
{
    /// <summary>PostgreSQL's code for a statement that ran into statement_timeout.</summary>
    private const string QueryCanceled = "57014";

    /// <summary>Its type and, where the database gives one, its SQLSTATE.</summary>
    public static string Describe(Exception exception) =>
        exception is DbException { SqlState: { Length: 5 } state } && state.All(char.IsAsciiLetterOrDigit) ? $"{exception.GetType().Name} {state}" : exception.GetType().Name;

    /// <summary>Whether it is one of these.</summary>
    public static SlowQueryKind KindOf(Exception exception) =>
        exception is TimeoutException || exception.InnerException is TimeoutException || exception is DbException { SqlState: QueryCanceled } || IsSqlServerTimeout(exception)
            ? SlowQueryKind.Timeout
            : exception is OperationCanceledException ? SlowQueryKind.Cancelled : SlowQueryKind.Error;

    // SqlException leaves its number here, and -2 is the client's timeout; a reference to SqlClient for that would be too much.
    private static bool IsSqlServerTimeout(Exception exception) => exception.Data["HelpLink.EvtID"] is "-2";
}
