namespace PerfBudgets.Reading;

/// <summary>Finds the file. Pure but for the two questions.</summary>
internal static class BudgetLocator
{
    /// <summary>The file in the directory or the nearest one above, not beyond the repository.</summary>
    /// <param name="directory">Where to begin, as a full path.</param>
    /// <param name="fileExists">Whether a file is there.</param>
    /// <param name="exists">Whether anything is there: a worktree's .git is a file.</param>
    public static string? Find(string directory, Func<string, bool> fileExists, Func<string, bool> exists)
    {
        for (var at = directory; at is not null; at = Path.GetDirectoryName(at))
        {
            var file = Path.Combine(at, BudgetFile.FileName);
            if (fileExists(file))
                return file;
            if (exists(Path.Combine(at, ".git")))
                return null;
        }

        return null;
    }
}
