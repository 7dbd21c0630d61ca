namespace PerfMonitor.Requests;

/// <summary>Counts the commands of a flow. Stands in until the one that counts is merged.</summary>
internal sealed class RequestScope : IDisposable
{
    private static readonly AsyncLocal<RequestScope?> Flow = new();

    public static RequestScope? Current => Flow.Value;

    public RequestCommands Commands { get; internal set; } = new(0, []);

    public static RequestScope Begin() => Flow.Value = new RequestScope();

    public void Dispose() => Flow.Value = null;
}
