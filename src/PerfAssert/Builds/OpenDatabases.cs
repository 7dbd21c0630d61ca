using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace PerfAssert.Builds;

/// <summary>
/// Which build of this process has which SQLite file open. Each build brings a copy of SQLite, and two copies that have one file open can destroy it: on Unix a process's lock on a file is gone
/// as soon as any copy closes it (https://www.sqlite.org/howtocorrupt.html, "Multiple copies of SQLite linked into the same application"). Windows keeps locks by handle, so nothing is lost there.
/// </summary>
/// <param name="read">The SQLite files that are open, by descriptor.</param>
internal sealed class OpenDatabases(Func<IReadOnlyDictionary<int, OpenDatabase>> read)
{
    private readonly Dictionary<int, (OpenDatabase File, string Build)> _owners = [];

    /// <summary>Sees nothing.</summary>
    public static OpenDatabases None => new(() => new Dictionary<int, OpenDatabase>());

    /// <summary>Those of this process. Where the system has no /proc (macOS) none is seen.</summary>
    public static OpenDatabases OfThisProcess() => OperatingSystem.IsLinux() ? new(ReadDescriptors) : None;

    /// <summary>To be called after code of one build ran: what is new is that build's.</summary>
    /// <param name="build">The build.</param>
    /// <returns>A file that two builds have open, and at least one of them to write; null where there is none.</returns>
    public string? Look(string build)
    {
        var open = read();
        foreach (var (descriptor, owner) in _owners.ToList())
        {
            // A number that was closed may be another file's by now.
            if (!open.TryGetValue(descriptor, out var file) || file != owner.File)
                _owners.Remove(descriptor);
        }

        foreach (var (descriptor, file) in open)
            _owners.TryAdd(descriptor, (file, build));
        return _owners.Values.GroupBy(owner => owner.File.Path, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Any(owner => owner.File.IsWritable) && group.Select(owner => owner.Build).Distinct(StringComparer.Ordinal).Skip(1).Any())?.Key;
    }

    private static Dictionary<int, OpenDatabase> ReadDescriptors()
    {
        var open = new Dictionary<int, OpenDatabase>();
        foreach (var link in new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos())
        {
            if (link.LinkTarget is { } path && path.StartsWith('/') && !path.StartsWith("/dev/", StringComparison.Ordinal) && int.TryParse(link.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor) && IsDatabase(descriptor))
                open[descriptor] = new OpenDatabase(path, IsWritable(link.Name));
        }

        return open;
    }

    /// <summary>By the first bytes (https://www.sqlite.org/fileformat.html), read through the descriptor that is open: to open the file and close it would drop its locks.</summary>
    private static bool IsDatabase(int descriptor)
    {
        try
        {
            using var handle = new SafeFileHandle(descriptor, ownsHandle: false);
            Span<byte> start = stackalloc byte[16];
            // Throws for what can't be sought: to read a pipe would take from it.
            return RandomAccess.GetLength(handle) >= start.Length && RandomAccess.Read(handle, start, 0) == start.Length && start.SequenceEqual("SQLite format 3\0"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // Closed meanwhile, a folder, or not open to read: no database that anybody uses.
            return false;
        }
    }

    /// <summary>By the flags it was opened with: octal, whose last two bits are 0 for reading only.</summary>
    private static bool IsWritable(string descriptor)
    {
        try
        {
            var flags = File.ReadLines($"/proc/self/fdinfo/{descriptor}").FirstOrDefault(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return flags is null || (flags[^1] & 3) != 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
