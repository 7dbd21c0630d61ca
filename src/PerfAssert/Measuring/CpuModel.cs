using System.Runtime.InteropServices;

namespace PerfAssert.Measuring;

/// <summary>The processor's name as the operating system tells it.</summary>
internal static class CpuModel
{
    /// <summary>Never empty and never throws: a processor that does not say its name is told by its architecture.</summary>
    public static string Read()
    {
        try
        {
            var name = OperatingSystem.IsLinux() ? FromCpuInfo(File.ReadLines("/proc/cpuinfo"))
                : OperatingSystem.IsWindows() ? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
                : OperatingSystem.IsMacOS() ? FromSysctl("machdep.cpu.brand_string")
                : null;
            if (!string.IsNullOrWhiteSpace(name))
                return string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DllNotFoundException or EntryPointNotFoundException)
        {
            // Then the architecture must do.
        }

        return RuntimeInformation.ProcessArchitecture.ToString();
    }

    /// <summary>x86 says "model name"; arm says implementer and part.</summary>
    internal static string? FromCpuInfo(IEnumerable<string> lines)
    {
        string? implementer = null, part = null;
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var value = line[(colon + 1)..].Trim();
            switch (line[..colon].Trim())
            {
                case "model name":
                    return value;
                case "CPU implementer":
                    implementer = value;
                    break;
                case "CPU part":
                    part = value;
                    break;
            }
        }

        return implementer is null || part is null ? null : $"ARM {implementer} {part}";
    }

    private static string? FromSysctl(string name)
    {
        nint length = 0;
        if (sysctlbyname(name, null, ref length, 0, 0) != 0 || length <= 1)
            return null;
        var buffer = new byte[length];
        return sysctlbyname(name, buffer, ref length, 0, 0) == 0 ? System.Text.Encoding.UTF8.GetString(buffer, 0, (int)length - 1) : null;
    }

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int sysctlbyname(string name, byte[]? value, ref nint length, nint newValue, nint newLength);
}
