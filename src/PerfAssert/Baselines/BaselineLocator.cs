namespace PerfAssert.Baselines;

/// <summary>Finds the place of a test class's baseline. Pure but for the question whether a file exists.</summary>
internal static class BaselineLocator
{
    /// <summary>
    /// Beside the source file where the sources are at hand: at the path the compiler recorded, or at that path mapped back
    /// into the project. Otherwise (built tests copied elsewhere) in the output, where the build put a copy.
    /// </summary>
    /// <param name="sourceFile">What [CallerFilePath] said; null when the language has no such thing.</param>
    /// <param name="project">What the build recorded.</param>
    /// <param name="fileName">The class's file name without extension.</param>
    /// <param name="fileExists">Whether a file is there.</param>
    public static BaselinePaths Locate(string? sourceFile, ProjectInfo project, string fileName, Func<string, bool> fileExists)
    {
        // Windows paths compiled on Windows may be read on Linux, and the other way round.
        var source = sourceFile?.Replace('\\', '/');
        var relative = RelativeTo(project.SourceDirectory?.Replace('\\', '/'), source);

        foreach (var candidate in new[] { source, Combine(project.ProjectDirectory, relative) })
        {
            if (candidate is not null && Path.IsPathFullyQualified(candidate) && fileExists(candidate))
            {
                var directory = Path.GetDirectoryName(Path.GetFullPath(candidate))!;
                return In(project.ProjectDirectory ?? directory, directory, fileName);
            }
        }

        // A source outside the project is linked into it; its baseline is copied to the output's root.
        var folder = relative is null || relative.StartsWith("../", StringComparison.Ordinal) ? "" : Path.GetDirectoryName(relative) ?? "";
        return In(project.OutputDirectory, Path.Combine(project.OutputDirectory, folder), fileName);
    }

    private static BaselinePaths In(string root, string directory, string fileName) =>
        new(root, Path.Combine(directory, fileName + ".perf.json"), Path.Combine(directory, fileName + ".perf.received.json"));

    private static string? Combine(string? directory, string? relative) =>
        directory is null || relative is null ? null : Path.GetFullPath(Path.Combine(directory, relative));

    /// <summary>Both paths may be of a machine that is not this one, so this is text work: /_/tests/Shop/ and /_/tests/Common/A.cs give ../Common/A.cs.</summary>
    internal static string? RelativeTo(string? directory, string? file)
    {
        if (string.IsNullOrEmpty(directory) || string.IsNullOrEmpty(file))
            return null;
        var from = directory.TrimEnd('/').Split('/');
        var to = file.Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && from[common] == to[common])
            common++;
        // Without a common root the two have nothing to do with each other.
        return common == 0 || (common == 1 && from[0].Length == 0)
            ? null
            : string.Join('/', Enumerable.Repeat("..", from.Length - common).Concat(to[common..]));
    }
}
