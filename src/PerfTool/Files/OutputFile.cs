using System.Text;
using PerfAssert.Baselines;
using PerfTool.Cli;

namespace PerfTool.Files;

/// <summary>Files that the tool makes: written as a whole, over its own older ones, and over nobody else's.</summary>
internal static class OutputFile
{
    /// <summary>The mark stands early in everything we make.</summary>
    private const int HeadBytes = 1024;

    /// <summary>Writes it.</summary>
    /// <param name="terminal">Where the user stands.</param>
    /// <param name="path">The file, as the user named it.</param>
    /// <param name="content">What goes in.</param>
    /// <param name="mark">What our own files of this kind have in their first bytes; null where a file that is there is the user's, whoever made it.</param>
    /// <param name="force">Whether anything may be replaced.</param>
    /// <returns>The path as messages call it.</returns>
    /// <exception cref="ToolException">There is a file of someone else's, or a folder.</exception>
    public static string Write(Terminal terminal, string path, ReadOnlySpan<byte> content, string? mark, bool force)
    {
        var (full, shown) = (terminal.Full(path), terminal.Shown(terminal.Full(path)));
        if (Directory.Exists(full))
            throw new ToolException($"{shown} is a folder: name a file in it.");
        if (!force && File.Exists(full) && (mark is null || !IsOurs(full, mark)))
            throw new ToolException($"{shown} is there already{(mark is null ? "" : ", and perftool did not make it")}: name another file, or pass --force to replace it.");
        AtomicFile.Write(full, content);
        return shown;
    }

    private static bool IsOurs(string path, string mark)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[HeadBytes];
        var read = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        return read == 0 || Encoding.UTF8.GetString(head, 0, read).Contains(mark, StringComparison.Ordinal);
    }
}
