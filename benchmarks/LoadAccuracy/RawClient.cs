using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace PerfTooling.LoadAccuracy;

/// <summary>As much of HTTP as wrk speaks: the same bytes over a connection for each user, and what comes back is counted, not read. Shows what of the cost is HttpClient's.</summary>
internal sealed class RawClient(Uri address, string path) : IDisposable
{
    private readonly byte[] _request = Encoding.ASCII.GetBytes($"GET /{path} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n");
    private readonly ConcurrentDictionary<int, Connection> _connections = [];

    public async ValueTask SendAsync(int user, CancellationToken cancellation)
    {
        var connection = _connections.GetOrAdd(user, _ => new Connection());
        if (!connection.Socket.Connected)
            await connection.Socket.ConnectAsync(address.Host, address.Port, cancellation);
        await connection.Socket.SendAsync(_request, cancellation);
        var read = 0;
        do
        {
            var count = await connection.Socket.ReceiveAsync(connection.Buffer.AsMemory(read), cancellation);
            if (count == 0)
                throw new IOException("The server closed the connection.");
            read += count;
        }
        while (!IsWhole(connection.Buffer.AsSpan(0, read)));
    }

    public void Dispose()
    {
        foreach (var connection in _connections.Values)
            connection.Socket.Dispose();
    }

    // The server's answers end in these words, whether their length was announced or they come in chunks.
    private static bool IsWhole(ReadOnlySpan<byte> answer) => answer.EndsWith("Hello, world"u8) || answer.EndsWith("\r\n0\r\n\r\n"u8);

    private sealed class Connection
    {
        public Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        public byte[] Buffer { get; } = new byte[4_096];
    }
}
