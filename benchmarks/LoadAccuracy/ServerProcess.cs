using System.Diagnostics;

namespace PerfTooling.LoadAccuracy;

/// <summary>The stand-in server, in a process of its own so that it shares neither threads nor heap with the generator.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    public ServerProcess()
    {
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["server"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Address = new Uri(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The stand-in server did not start."));
    }

    public Uri Address { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5_000))
            _process.Kill();
        _process.Dispose();
    }
}
