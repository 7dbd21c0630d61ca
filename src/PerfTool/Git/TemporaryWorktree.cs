namespace PerfTool.Git;

/// <summary>A worktree in a temporary folder, of which nothing is left behind, neither files nor git's note of them.</summary>
internal static class TemporaryWorktree
{
    /// <summary>Checks a commit out.</summary>
    /// <exception cref="Cli.ToolException">git can't.</exception>
    public static async Task<GitWorktree> CreateAsync(GitRepository repository, string commit, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("perftool-").FullName;
        var path = Path.Combine(folder, commit[..Math.Min(10, commit.Length)]);
        try
        {
            await repository.AddWorktreeAsync(path, commit, cancellationToken).ConfigureAwait(false);
            return new GitWorktree(repository, path, LeaveAsync);
        }
        catch
        {
            await LeaveAsync().ConfigureAwait(false);
            throw;
        }

        async ValueTask LeaveAsync()
        {
            await repository.GitAsync(CancellationToken.None, "worktree", "remove", "--force", "--force", path).ConfigureAwait(false);
            Delete(folder);
            await repository.GitAsync(CancellationToken.None, "worktree", "prune").ConfigureAwait(false);
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A scanner or a compiler that is just ending may hold a file: the system's clean-up of temporary folders takes it.
        }
    }
}
