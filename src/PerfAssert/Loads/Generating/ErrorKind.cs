using System.Net.Sockets;
using System.Security.Authentication;

namespace PerfAssert.Loads;

/// <summary>What a failed request counts as: words that are the same for the same trouble, so that a report says ten thousand failures in a line.</summary>
internal static class ErrorKind
{
    public const string Timeout = "timeout";

    private const int MaxLength = 100;

    public static string Of(Exception exception)
    {
        var kind = exception switch
        {
            LoadRequestException own => own.Kind,
            AggregateException { InnerExceptions: [var only] } => Of(only),
            // HttpClient's own time is up: it says so by a cancellation with this cause.
            OperationCanceledException { InnerException: TimeoutException } or TimeoutException => Timeout,
            HttpRequestException { StatusCode: { } status } => $"status {(int)status}",
            HttpRequestException http => Name(http) + Details(http.HttpRequestError == HttpRequestError.Unknown ? null : http.HttpRequestError.ToString(), Cause(http)),
            SocketException socket => Name(socket) + Details(socket.SocketErrorCode.ToString(), null),
            _ => Name(exception) + Details(null, Cause(exception)),
        };
        return kind.Length <= MaxLength ? kind : kind[..MaxLength];
    }

    private static string Name(Exception exception) => exception.GetType().Name;

    private static string Details(string? first, string? second) => (first, second) switch
    {
        (null, null) => "",
        (null, var only) => $" ({only})",
        (var only, null) => $" ({only})",
        _ => $" ({first}, {second})",
    };

    /// <summary>The network's or TLS' own word for it, where one lies below.</summary>
    private static string? Cause(Exception exception)
    {
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket)
                return socket.SocketErrorCode.ToString();
            if (inner is AuthenticationException)
                return nameof(AuthenticationException);
        }

        return null;
    }
}
