using PerfTool.Cli;
using PerfTool.Git;

namespace PerfTool.Tests.Git;

public sealed class KeptWorktreeTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private GitRepository Repository { get; set; } = null!;

    private string Kept => Path.Combine(_folder.Path, "base");

    public async Task InitializeAsync()
    {
        var root = Directory.CreateDirectory(Path.Combine(_folder.Path, "shop")).FullName;
        Repository = new GitRepository(root);
        await Git("init", "-q", "-b", "main");
        foreach (var content in new[] { "first", "second" })
        {
            _folder.Write("shop/a.txt", content);
            await Git("add", "-A");
            await Git("-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", content);
        }
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_was_built_is_still_there_the_next_time()
    {
        await using (await OpenAsync("HEAD"))
            _folder.Write("base/bin/built.txt", "");
        await using var again = await OpenAsync("HEAD");

        Assert.True(File.Exists(Path.Combine(again.Path, "bin", "built.txt")));
    }

    [Fact]
    public async Task It_moves_on_to_another_commit()
    {
        await using (await OpenAsync("HEAD"))
            Assert.Equal("second", _folder.Read("base/a.txt"));
        await using (await OpenAsync("HEAD~1"))
            Assert.Equal("first", _folder.Read("base/a.txt"));
    }

    [Fact]
    public async Task Two_at_once_are_refused()
    {
        await using var first = await OpenAsync("HEAD");

        Assert.Equal($"Another perftool is at work in {Kept}. Wait for it, or name another folder.", await ProblemAsync("HEAD~1"));
        Assert.Equal("second", _folder.Read("base/a.txt"));
    }

    [Fact]
    public async Task Inside_the_repository_it_is_refused() =>
        Assert.Contains("lies inside the repository", await ProblemAsync("HEAD", Path.Combine(Repository.Root, "base")), StringComparison.Ordinal);

    [Fact]
    public async Task A_folder_of_something_else_is_left_as_it_is()
    {
        _folder.Write("base/mine.txt", "mine");

        Assert.Contains("is no worktree of this repository", await ProblemAsync("HEAD"), StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.GetFileSystemEntries(Kept).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_folder_in_another_repository_is_left_as_it_is()
    {
        await new GitRepository(_folder.Path).GitAsync(default, "init", "-q");
        _folder.Write("base/mine.txt", "mine");

        Assert.Contains("is no worktree of this repository", await ProblemAsync("HEAD"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worktree_that_somebody_works_in_is_left_as_it_is()
    {
        await Git("worktree", "add", "-q", "-b", "feature", Kept);

        Assert.Contains("is a worktree with a branch", await ProblemAsync("HEAD~1"), StringComparison.Ordinal);
        Assert.Equal("second", _folder.Read("base/a.txt"));
    }

    [Fact]
    public async Task Changes_in_it_are_not_thrown_away()
    {
        await (await OpenAsync("HEAD")).DisposeAsync();
        _folder.Write("base/a.txt", "changed by hand");

        Assert.Contains("has changes that are not committed", await ProblemAsync("HEAD~1"), StringComparison.Ordinal);
        Assert.Equal("changed by hand", _folder.Read("base/a.txt"));
    }

    private async Task<GitWorktree> OpenAsync(string commit, string? folder = null) => await KeptWorktree.OpenAsync(Repository, folder ?? Kept, await Repository.ResolveAsync(commit, default), default);

    private async Task<string> ProblemAsync(string commit, string? folder = null) => (await Assert.ThrowsAsync<ToolException>(() => OpenAsync(commit, folder))).Message;

    private async Task Git(params string[] arguments) => Assert.True((await Repository.GitAsync(default, arguments)).Succeeded);
}
