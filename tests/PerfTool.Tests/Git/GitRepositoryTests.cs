using PerfTool.Cli;
using PerfTool.Git;
using PerfTool.Processes;

namespace PerfTool.Tests.Git;

public sealed class GitRepositoryTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        await GitAsync(_folder.Path, "init", "-q", "-b", "main");
        foreach (var content in new[] { "first", "second" })
        {
            _folder.Write("src/a.txt", content);
            await GitAsync(_folder.Path, "add", "-A");
            await GitAsync(_folder.Path, "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", content);
        }
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_commit_is_checked_out_beside_the_sources()
    {
        var repository = await GitRepository.AtAsync(Path.Combine(_folder.Path, "src"), default);
        await using var worktree = await TemporaryWorktree.CreateAsync(repository, await repository.ResolveAsync("HEAD~1", default), default);

        Assert.Equal("first", await File.ReadAllTextAsync(worktree.Map(Path.Combine(repository.Root, "src", "a.txt"))));
    }

    [Fact]
    public async Task What_was_checked_out_leaves_nothing_behind()
    {
        var repository = await GitRepository.AtAsync(_folder.Path, default);
        var worktree = await TemporaryWorktree.CreateAsync(repository, await repository.ResolveAsync("main", default), default);
        await worktree.DisposeAsync();

        Assert.False(Directory.Exists(Path.GetDirectoryName(worktree.Path)));
        Assert.Single((await repository.GitAsync(default, "worktree", "list")).Output);
    }

    [Fact]
    public async Task An_unknown_commit_is_said() =>
        Assert.StartsWith("nowhere is no commit, branch or tag of this repository.", await ProblemAsync(async () => await (await GitRepository.AtAsync(_folder.Path, default)).ResolveAsync("nowhere", default)), StringComparison.Ordinal);

    [Fact]
    public async Task What_looks_like_an_option_is_a_commit_nobody_knows() =>
        Assert.StartsWith("--all is no commit", await ProblemAsync(async () => await (await GitRepository.AtAsync(_folder.Path, default)).ResolveAsync("--all", default)), StringComparison.Ordinal);

    [Fact]
    public async Task A_shallow_clone_without_the_commit_says_how_to_get_it()
    {
        using var clone = new TemporaryFolder();
        await GitAsync(clone.Path, "clone", "-q", "--depth", "1", new Uri(_folder.Path).AbsoluteUri, ".");

        Assert.Contains("is not in this shallow clone. Fetch it first: git fetch --depth 1 origin HEAD~1", await ProblemAsync(async () => await (await GitRepository.AtAsync(clone.Path, default)).ResolveAsync("HEAD~1", default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_any_repository_it_says_so()
    {
        using var outside = new TemporaryFolder();

        Assert.Contains("lies in no git repository", await ProblemAsync(() => GitRepository.AtAsync(outside.Path, default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_said() =>
        Assert.StartsWith("no-such-program could not be started", await ProblemAsync(() => ProcessRunner.RunAsync(["no-such-program"], _folder.Path, default)), StringComparison.Ordinal);

    private static async Task<string> ProblemAsync(Func<Task> work) => (await Assert.ThrowsAsync<ToolException>(work)).Message;

    private static async Task GitAsync(string folder, params string[] arguments) => Assert.True((await ProcessRunner.RunAsync(["git", .. arguments], folder, default)).Succeeded);
}
