using System.Text;
using PerfTool.Cli;

namespace PerfTool.Files;

/// <summary>Writes a file as a whole: a reader sees the old content or the new, and a process killed midway leaves the old.</summary>
internal static class AtomicFile
{
    /// <summary>Writes text as UTF-8; creates the folder if need be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">What messages call it.</param>
    /// <param name="text">Its content.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <exception cref="ToolException">It is there, and may not be replaced.</exception>
    public static void Write(string path, string shown, string text, bool overwrite)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            throw new ToolException($"{shown} is there already. Name another file, or replace it with --force.");
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
