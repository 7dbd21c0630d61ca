namespace PerfTooling.EndToEnd;

/// <summary>A folder outside the repository, whose projects find the packed packages in the feed and all others in the user's cache.</summary>
internal abstract class FreshSolution : IDisposable
{
    protected FreshSolution(PackageFeed feed)
    {
        Feed = feed;
        Folder = Directory.CreateTempSubdirectory("shop-").FullName;
        Write("nuget.config", $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value=".packages" />
              </config>
              <packageSources>
                <add key="perftooling" value="{feed.Folder}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="user" value="{UserPackages()}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    public string Folder { get; }

    /// <summary>The version of the packed packages.</summary>
    public string Version => Feed.Version;

    protected PackageFeed Feed { get; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>What <c>dotnet new sln</c> and <c>dotnet sln add</c> would write, without starting them.</summary>
    protected void WriteSolution(params string[] projects) =>
        Write("Shop.slnx", $"<Solution>\n{string.Concat(projects.Select(project => $"  <Project Path=\"{project}/{project}.csproj\" />\n"))}</Solution>\n");

    public Task<CommandResult> RunAsync(params string[] arguments) => DotNet.RunAsync(Folder, arguments);

    /// <summary>Makes all of it the first commit of a repository.</summary>
    public async Task CommitAsync(string message)
    {
        if (!Directory.Exists(PathOf(".git")))
        {
            Write(".gitignore", "bin/\nobj/\n.packages/\nTestResults/\ntools/\n*.received.json\n");
            await GitAsync("init", "-q", "-b", "main");
        }

        await GitAsync("add", "-A");
        await GitAsync("-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", message);
    }

    public async Task<string> GitAsync(params string[] arguments) => (await DotNet.RunProgramAsync("git", Folder, arguments)).Succeeded().Output.Trim();

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string UserPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } configured
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
