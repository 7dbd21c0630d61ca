using System.Collections.Concurrent;
using System.Diagnostics;

namespace Congregation.Tests.Chain;

/// <summary>A server that runs as long as its test.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    public ChildProcess(string program, string folder, params string[] arguments)
    {
        _process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        // Also where the tests are ended before they clean up.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    public string Output => string.Join('\n', _output);

    public bool HasExited => _process.HasExited;

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }
}
