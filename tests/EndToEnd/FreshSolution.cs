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

    protected PackageFeed Feed { get; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public Task<CommandResult> RunAsync(params string[] arguments) => DotNet.RunAsync(Folder, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string UserPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } configured
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
