using PerfTool.Cli;

namespace PerfTool.Git;

/// <summary>
/// A worktree in a folder that the user named, left there with all that was built in it: the next comparison builds only what changed. What is up to date MSBuild knows best, also after an update
/// of the SDK; so there is no cache that could be stale.
/// </summary>
internal static class KeptWorktree
{
    /// <summary>Checks a commit out into the folder, and keeps other comparisons away from it until it is disposed of.</summary>
    /// <exception cref="ToolException">The folder can't be used.</exception>
    public static async Task<GitWorktree> OpenAsync(GitRepository repository, string folder, string commit, CancellationToken cancellationToken)
    {
        var fromRoot = Path.GetRelativePath(repository.Root, folder);
        if (!fromRoot.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(fromRoot))
            throw new ToolException($"{folder} lies inside the repository, whose projects would compile what is in it. Name a folder outside, such as {repository.Root}-base.");
        var isNew = !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any();
        if (isNew)
            await repository.AddWorktreeAsync(folder, commit, cancellationToken).ConfigureAwait(false);
        var own = repository with { Root = folder };
        var turn = Lock(await AdministrationAsync(repository, own, cancellationToken).ConfigureAwait(false), folder);
        try
        {
            if (!isNew)
                await MoveAsync(own, commit, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await turn.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new GitWorktree(repository, folder, turn.DisposeAsync);
    }

    /// <summary>Where git keeps what it knows of the worktree.</summary>
    private static async Task<string> AdministrationAsync(GitRepository repository, GitRepository own, CancellationToken cancellationToken)
    {
        string[] question = ["rev-parse", "--path-format=absolute", "--git-common-dir"];
        var (ours, its) = (await repository.GitAsync(cancellationToken, question).ConfigureAwait(false), await own.GitAsync(cancellationToken, [.. question, "--git-dir", "--show-toplevel"]).ConfigureAwait(false));
        return its.Succeeded && its.Output is [var common, var administration, var top] && common == ours.Text && administration != common && Path.GetFullPath(top) == Path.TrimEndingDirectorySeparator(own.Root)
            ? administration
            : throw new ToolException($"{own.Root} is there already, and is no worktree of this repository. Name a folder that is not there, or empty.");
    }

    private static FileStream Lock(string administration, string folder)
    {
        try
        {
            return new FileStream(Path.Combine(administration, "perftool.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new ToolException($"Another perftool is at work in {folder}. Wait for it, or name another folder.", e);
        }
    }

    private static async Task MoveAsync(GitRepository own, string commit, CancellationToken cancellationToken)
    {
        // Somebody works in it: what they have there is not ours to move.
        if ((await own.GitAsync(cancellationToken, "symbolic-ref", "--quiet", "HEAD").ConfigureAwait(false)).Succeeded)
            throw new ToolException($"{own.Root} is a worktree with a branch. Name a folder of its own for comparisons.");
        if ((await own.GitAsync(cancellationToken, "status", "--porcelain", "--untracked-files=no").ConfigureAwait(false)).Output.Count > 0)
            throw new ToolException($"{own.Root} has changes that are not committed. Take them away, or name another folder.");
        var moved = await own.GitAsync(cancellationToken, "checkout", "--quiet", "--detach", commit).ConfigureAwait(false);
        if (!moved.Succeeded)
            throw new ToolException($"{commit} could not be checked out into {own.Root}: {moved.Problem}");
    }
}
