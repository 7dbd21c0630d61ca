using System.Diagnostics;

namespace PerfAssert.Tests.Faults;

/// <summary>Runs <see cref="Program"/> as a process.</summary>
internal static class RecordingProcess
{
    public static Process Start(string folder, string name, int count) => Start("dotnet", [typeof(RecordingProcess).Assembly.Location, folder, name, $"{count}"]);

    /// <summary>The same in a folder with a file system of its own, with such options of mount. Linux lets everyone do that in a namespace of their own.</summary>
    public static Process StartMounted(string folder, string mount, int count) => Start(
        "unshare",
        ["-rm", "sh", "-c", $"mount -t tmpfs {mount} tmpfs \"$1\" && exec dotnet \"$2\" \"$1\" Test {count}", "sh", folder, typeof(RecordingProcess).Assembly.Location]);

    private static Process Start(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
