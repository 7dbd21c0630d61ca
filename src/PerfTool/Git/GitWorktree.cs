namespace PerfTool.Git;

/// <summary>A commit, checked out into a folder of its own.</summary>
/// <param name="repository">The repository.</param>
/// <param name="path">The folder with the sources.</param>
/// <param name="leave">What is to be done when nobody needs it any more.</param>
internal sealed class GitWorktree(GitRepository repository, string path, Func<ValueTask> leave) : IAsyncDisposable
{
    /// <summary>The sources.</summary>
    public string Path { get; } = path;

    /// <summary>The place in the worktree of what lies at a path of the repository.</summary>
    public string Map(string file) => System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(repository.Root, file));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => leave();
}
