namespace PerfTool.Git;

/// <summary>A commit, checked out into a temporary folder.</summary>
/// <param name="repository">The repository.</param>
/// <param name="folder">The temporary folder, which is deleted with all it holds.</param>
/// <param name="commit">The commit.</param>
internal sealed class GitWorktree(GitRepository repository, string folder, string commit) : IAsyncDisposable
{
    /// <summary>The sources.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder, commit[..Math.Min(10, commit.Length)]);

    /// <summary>The place in the worktree of what lies at a path of the repository.</summary>
    public string Map(string path) => System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(repository.Root, path));

    /// <summary>Leaves nothing behind, neither files nor git's note of them.</summary>
    public async ValueTask DisposeAsync()
    {
        await repository.GitAsync(CancellationToken.None, "worktree", "remove", "--force", "--force", Path).ConfigureAwait(false);
        Delete();
        await repository.GitAsync(CancellationToken.None, "worktree", "prune").ConfigureAwait(false);
    }

    private void Delete()
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
