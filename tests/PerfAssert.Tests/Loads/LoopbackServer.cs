using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PerfAssert.Tests.Loads;

/// <summary>An HTTP server as bad as a test wants it: each connection is handed to the test's code.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = [];
    private readonly Func<Stream, Task> _serve;

    public LoopbackServer(Func<Stream, Task> serve)
    {
        _serve = serve;
        _listener.Start(512);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>A port of loopback that nobody listens on.</summary>
    public static int ClosedPort()
    {
        using var server = new LoopbackServer(_ => Task.CompletedTask);
        return server.Port;
    }

    /// <summary>Answers each request of a connection after a while.</summary>
    public static Func<Stream, Task> Answering(Func<Task>? wait = null) => async stream =>
    {
        while (await ReadRequestAsync(stream))
        {
            await (wait?.Invoke() ?? Task.CompletedTask);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"u8.ToArray());
        }
    };

    /// <summary>Reads up to the empty line; false where the client is gone.</summary>
    public static async Task<bool> ReadRequestAsync(Stream stream)
    {
        var read = new StringBuilder();
        var buffer = new byte[1_024];
        while (!read.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0)
                return false;
            read.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return true;
    }

    /// <summary>Stops listening and cuts all connections, as the end of a process does.</summary>
    public void Dispose()
    {
        _listener.Stop();
        foreach (var client in _clients.Keys)
        {
            // Null once whoever serves it has disposed of it.
            if (client.Client is { } socket)
                Cut(socket);
        }
    }

    private static void Cut(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself meanwhile.
        }

        socket.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _clients.TryAdd(client, true);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The server has ended.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            await _serve(client.GetStream());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException or System.Security.Authentication.AuthenticationException)
        {
            // The client is gone, or the server has ended.
        }
        finally
        {
            _clients.TryRemove(client, out _);
            client.Dispose();
        }
    }
}
