using System.Globalization;
using PerfMonitor.Metrics;

namespace PerfMonitor.AspNetCore.Requests;

/// <summary>How a request ended: the decision, apart from where its facts come from.</summary>
internal static class RequestEnd
{
    /// <summary>Outcome and error of a request.</summary>
    /// <param name="statusCode">What was, or would have been, answered.</param>
    /// <param name="error">What was thrown, handled or not; null where nothing was.</param>
    /// <param name="clientLeft">Whether the client had gone away by then.</param>
    public static (OperationOutcome Outcome, string? ErrorType) Judge(int statusCode, Exception? error, bool clientLeft)
    {
        // What is thrown because the client is gone says so; any other error would have happened to a client that stayed, too.
        if (clientLeft && (error is null or OperationCanceledException or IOException))
            return (OperationOutcome.Aborted, null);
        if (statusCode < 500)
            return (OperationOutcome.Success, null);
        return (OperationOutcome.Failure, error?.GetType().FullName ?? statusCode.ToString(CultureInfo.InvariantCulture));
    }
}
