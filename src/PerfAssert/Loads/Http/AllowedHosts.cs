using System.Net;

namespace PerfAssert.Loads;

/// <summary>The hosts that load may be sent to: this machine, and those that somebody named.</summary>
internal sealed class AllowedHosts(IEnumerable<string> named)
{
    /// <summary>The environment variable that names more of them, separated by commas or blanks.</summary>
    public const string Variable = "PERFASSERT_LOAD_HOSTS";

    private readonly HashSet<string> _named = new(named.Select(Normal), StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of a list and of the environment.</summary>
    public static AllowedHosts Of(IEnumerable<string> named, Func<string, string?> environment) =>
        new(named.Concat((environment(Variable) ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    /// <summary>Whether a host was named: then it does not matter where its name leads.</summary>
    public bool IsNamed(string host) => _named.Contains(Normal(host));

    /// <summary>Whether a name, before anybody asks where it leads, may be this machine.</summary>
    public bool MayBe(string host) => IsNamed(host) || !IPAddress.TryParse(Normal(host), out var address) || IsThisMachine(address);

    /// <summary>127.0.0.0/8 and ::1, and the former as IPv6 writes them.</summary>
    public static bool IsThisMachine(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <summary>What to say of a host that is neither.</summary>
    public static PerfTestException Refused(string host) => new(
        $"Load is sent to this machine only, and {host} is another: nobody should put load on a system by mistake. Where it is meant, name the host: {nameof(LoadHttp)}.{nameof(LoadHttp.CreateClient)}(address, \"{host}\"), or {Variable}={host}.");

    private static string Normal(string host) => host.Trim().TrimStart('[').TrimEnd(']').TrimEnd('.');
}
