using System.Globalization;
using System.Runtime.InteropServices;

namespace PerfAssert.Measuring;

/// <summary>
/// What two measurements must have in common for their times to be compared: processor, cores, operating system, runtime,
/// the settings that change what the JIT or the collector does, and this engine's way of measuring.
/// </summary>
/// <param name="Cpu">The processor's model.</param>
/// <param name="Cores">Logical processors.</param>
/// <param name="Platform">Operating system and architecture, such as linux-x64.</param>
/// <param name="Runtime">For example ".NET 10.0".</param>
/// <param name="Settings">Settings of JIT and collector that are not the default; empty where all are.</param>
/// <param name="Engine">See <see cref="CurrentEngine"/>.</param>
public sealed record MachineFingerprint(string Cpu, int Cores, string Platform, string Runtime, string Settings, int Engine)
{
    /// <summary>Raised whenever times are measured in a way that no longer compares with before.</summary>
    public const int CurrentEngine = 1;

    private const string Separator = " | ";

    /// <summary>The machine and process we run in.</summary>
    public static MachineFingerprint Current { get; } = new(
        Sanitize(CpuModel.Read()),
        Environment.ProcessorCount,
        RuntimeInformation.RuntimeIdentifier is var rid && rid.Contains('-') ? OperatingSystemName() + rid[rid.LastIndexOf('-')..] : rid,
        string.Create(CultureInfo.InvariantCulture, $".NET {Environment.Version.Major}.{Environment.Version.Minor}"),
        RuntimeSettings.Describe(),
        CurrentEngine);

    /// <summary>The key under which a baseline file keeps this machine's times.</summary>
    public string Key => string.Join(
        Separator,
        new[]
        {
            Cpu,
            string.Create(CultureInfo.InvariantCulture, $"{Cores} cores"),
            Platform,
            Runtime,
            Settings,
            string.Create(CultureInfo.InvariantCulture, $"engine {Engine}"),
        }.Where(part => part.Length > 0));

    /// <summary>
    /// What of <see cref="Key"/> decides how much code allocates: platform, runtime and its settings, not the processor.
    /// </summary>
    internal string AllocationKey => string.Join(Separator, new[] { Platform, Runtime, Settings }.Where(part => part.Length > 0));

    /// <summary>The engine of a key found in a file; null when it has another form.</summary>
    /// <param name="key">The key.</param>
    public static int? EngineOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var last = key.Split(Separator)[^1];
        return last.StartsWith("engine ", StringComparison.Ordinal) && int.TryParse(last["engine ".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var engine) ? engine : null;
    }

    /// <summary>The same of a key found in a file; the key itself when it has another form.</summary>
    internal static string AllocationKeyOf(string key)
    {
        var parts = key.Split(Separator);
        return parts.Length >= 5 ? string.Join(Separator, parts[2..^1]) : key;
    }

    /// <inheritdoc/>
    public override string ToString() => Key;

    private static string OperatingSystemName() =>
        OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : OperatingSystem.IsLinux() ? "linux" : "other";

    private static string Sanitize(string text) => text.Replace('|', '/');
}
