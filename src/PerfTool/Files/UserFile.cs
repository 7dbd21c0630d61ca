using System.Text;
using PerfAssert.Baselines;
using PerfTool.Cli;

namespace PerfTool.Files;

/// <summary>Text files that the user asked for.</summary>
internal static class UserFile
{
    /// <summary>Writes text as UTF-8, whole or not at all; creates the folder if need be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">What messages call it.</param>
    /// <param name="text">Its content.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <exception cref="ToolException">It is there, and may not be replaced.</exception>
    public static void Write(string path, string shown, string text, bool overwrite)
    {
        try
        {
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(text), overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            throw new ToolException($"{shown} is there already. Name another file, or replace it with --force.");
        }
    }
}
