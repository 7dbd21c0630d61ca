using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PerfTooling.Shared;

/// <summary>A PostgreSQL server of its own, in a temporary folder, on a loopback port. Stopped and removed when disposed.</summary>
internal sealed class PostgreSqlServer : IDisposable
{
    private const string User = "postgres";

    private readonly string _bin;
    private readonly string _folder;

    private readonly int _port;

    private PostgreSqlServer(string bin, string folder, int port)
    {
        _bin = bin;
        _folder = folder;
        _port = port;
        ConnectionString = $"Host=127.0.0.1;Port={port};Username={User};Database={User};Include Error Detail=true";
    }

    public string ConnectionString { get; }

    /// <summary>The folder of the newest installed server's programs, or null where there is none.</summary>
    public static string? FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .OrderBy(path => int.TryParse(Path.GetFileName(path), out var version) ? version : 0)
                .Select(path => Path.Combine(path, "bin"))
                .LastOrDefault(path => File.Exists(Path.Combine(path, "initdb")))
            : null;

    public static PostgreSqlServer Start()
    {
        var bin = FindBinaries() ?? throw new InvalidOperationException("PostgreSQL's server isn't installed.");
        var folder = Directory.CreateTempSubdirectory("perftooling-postgresql-").FullName;
        if (Environment.IsPrivilegedProcess)
            Run("chown", folder, User, folder);

        var server = new PostgreSqlServer(bin, folder, FreePort());
        try
        {
            // Under a locale of a language, as installers choose it: under C an ordinary index would seek prefixes of a text.
            server.RunAsServer("initdb", "-D", server.Data, "-U", User, "-A", "trust", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US");
            server.RunAsServer("pg_ctl", "-D", server.Data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-p {server._port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c autovacuum=off -c jit=off", "start");
        }
        catch
        {
            server.Dispose();
            throw;
        }

        return server;
    }

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            RunAsServer("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The server refuses to run as root, so root runs it as the user that the package made for it.</summary>
    private void RunAsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(_bin, program);
        if (Environment.IsPrivilegedProcess)
            Run("runuser", _folder, ["-u", User, "--", path, .. arguments]);
        else
            Run(path, _folder, arguments);
    }

    private static void Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;

        // The server that pg_ctl leaves running would hold a second stream open for good: errors go where ours go.
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
