using System.Xml.Linq;

namespace PerfTooling.EndToEnd;

/// <summary>The repository that the packages are made from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The version that the repository's own projects use of a package, so that no other one needs to be downloaded.</summary>
    public static string VersionOf(string package) =>
        XDocument.Load(Path.Combine(Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(element => (string?)element.Attribute("Include") == package)
            .Attribute("Version")!.Value;

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
