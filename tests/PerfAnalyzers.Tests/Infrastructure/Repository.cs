namespace PerfAnalyzers.Tests.Infrastructure;

/// <summary>Finds the repository the tests were built from. Source paths don't tell: a CI build maps them away.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PerfTooling.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds PerfTooling.sln.");
    }
}
