using PerfTool.Cli;
using PerfTool.Processes;

namespace PerfTool.Git;

/// <summary>A git repository, by the user's own git.</summary>
/// <param name="Root">Its top folder.</param>
internal sealed record GitRepository(string Root)
{
    /// <summary>The repository that a folder lies in.</summary>
    /// <exception cref="ToolException">There is none, or no git.</exception>
    public static async Task<GitRepository> AtAsync(string directory, CancellationToken cancellationToken)
    {
        var found = await ProcessRunner.RunAsync(["git", "rev-parse", "--show-toplevel"], directory, cancellationToken).ConfigureAwait(false);
        return found.Succeeded
            ? new GitRepository(Path.GetFullPath(found.Text.Trim()))
            : throw new ToolException($"{directory} lies in no git repository. A comparison needs one: run it where your sources are.");
    }

    /// <summary>The full hash of the commit that a branch, tag or hash stands for.</summary>
    /// <exception cref="ToolException">There is no such commit here.</exception>
    public async Task<string> ResolveAsync(string reference, CancellationToken cancellationToken)
    {
        var found = await GitAsync(cancellationToken, "rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}").ConfigureAwait(false);
        if (found.Succeeded)
            return found.Text.Trim();
        var shallow = (await GitAsync(cancellationToken, "rev-parse", "--is-shallow-repository").ConfigureAwait(false)).Text.Trim() == "true";
        throw new ToolException(shallow
            ? $"{reference} is not in this shallow clone. Fetch it first: git fetch --depth 1 origin {reference} (in GitHub Actions: actions/checkout with fetch-depth: 0)."
            : $"{reference} is no commit, branch or tag of this repository. See git branch --all, or git fetch first.");
    }

    /// <summary>The hash of the commit that is checked out; null in a repository without commits.</summary>
    private async Task<string?> HeadAsync(CancellationToken cancellationToken) =>
        await GitAsync(cancellationToken, "rev-parse", "--verify", "--quiet", "HEAD").ConfigureAwait(false) is { Succeeded: true } head ? head.Text.Trim() : null;

    /// <summary>The commit to note beside what lies in a folder, in ten digits; null outside of any repository, which is no fault.</summary>
    public static async Task<string?> ShortHeadAsync(string directory, CancellationToken cancellationToken)
    {
        try
        {
            var repository = await AtAsync(directory, cancellationToken).ConfigureAwait(false);
            return (await repository.HeadAsync(cancellationToken).ConfigureAwait(false))?[..10];
        }
        catch (ToolException)
        {
            return null;
        }
    }

    /// <summary>Checks a commit out into a folder that is not there yet, or empty.</summary>
    /// <exception cref="ToolException">git can't.</exception>
    public async Task AddWorktreeAsync(string folder, string commit, CancellationToken cancellationToken)
    {
        var added = await GitAsync(cancellationToken, "worktree", "add", "--detach", "--force", folder, commit).ConfigureAwait(false);
        if (!added.Succeeded)
            throw new ToolException($"{commit} could not be checked out: {added.Problem}");
    }

    /// <summary>Runs git in the repository's top folder.</summary>
    public Task<ProcessOutput> GitAsync(CancellationToken cancellationToken, params string[] arguments) => ProcessRunner.RunAsync(["git", .. arguments], Root, cancellationToken);
}
