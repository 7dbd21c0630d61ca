using System.Text.Json;

namespace PerfTool.Worker;

/// <summary>
/// Messages to the tool, one JSON object a line on standard output. The marker tells them from what native code of a test may print; what its managed code prints goes nowhere.
/// </summary>
internal sealed class Channel
{
    /// <summary>Starts every message.</summary>
    public const string Marker = "##perftool ";

    private readonly TextWriter _output = Console.Out;

    /// <summary>Takes over standard output.</summary>
    public Channel() => Console.SetOut(TextWriter.Null);

    /// <summary>Sends a message.</summary>
    public void Send(object message)
    {
        _output.WriteLine(Marker + JsonSerializer.Serialize(message));
        _output.Flush();
    }
}
