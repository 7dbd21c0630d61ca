using System.Collections.Immutable;
using System.Xml.Linq;

namespace PerfTooling.RealCode;

/// <summary>What a project file says, read without MSBuild, so that code bases load whose packages can't be restored here.</summary>
/// <param name="Packages">The packages it references itself.</param>
/// <param name="Usings">The namespaces its SDK and its project file import everywhere.</param>
internal sealed record ProjectFile(
    string Path, string Name, ImmutableArray<string> Sources, ImmutableArray<string> References, ImmutableArray<string> Packages, ImmutableArray<string> Usings, bool IsTest)
{
    private static readonly string[] s_testPackages = ["xunit", "xunit.v3", "NUnit", "MSTest.TestFramework", "MSTest", "TUnit", "Microsoft.NET.Test.Sdk"];

    private static readonly string[] s_usings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly string[] s_webUsings =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    public static ProjectFile Read(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        var project = XDocument.Load(path).Root!;
        var files = SharedFiles(folder).Select(file => XDocument.Load(file).Root!).Prepend(project).ToList();
        var sdk = (string?)project.Attribute("Sdk") ?? "";
        var packages = files.SelectMany(file => Includes(file, "PackageReference")).ToImmutableArray();
        return new ProjectFile(
            path,
            System.IO.Path.GetFileNameWithoutExtension(path),
            SourcesOf(folder),
            [.. Includes(project, "ProjectReference").Select(reference => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, reference.Replace('\\', '/'))))],
            packages,
            [.. s_usings, .. sdk.EndsWith(".Web", StringComparison.Ordinal) ? s_webUsings : [], .. files.SelectMany(file => Includes(file, "Using"))],
            sdk.StartsWith("MSTest", StringComparison.Ordinal) || Includes(project, "PackageReference").Any(s_testPackages.Contains));
    }

    private static IEnumerable<string> Includes(XElement file, string item) =>
        file.Descendants().Where(element => element.Name.LocalName == item).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    /// <summary>What MSBuild reads before the project: the files of this name in the folders above.</summary>
    private static IEnumerable<string> SharedFiles(string? folder)
    {
        for (; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            var file = System.IO.Path.Combine(folder, "Directory.Build.props");
            if (File.Exists(file))
                yield return file;
        }
    }

    /// <summary>Every C# file of the folder, less those of projects in folders below it.</summary>
    private static ImmutableArray<string> SourcesOf(string folder)
    {
        var sources = ImmutableArray.CreateBuilder<string>();
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var current))
        {
            sources.AddRange(Directory.GetFiles(current, "*.cs"));
            foreach (var below in Directory.GetDirectories(current))
            {
                if (System.IO.Path.GetFileName(below) is not ("bin" or "obj" or "node_modules") && Directory.GetFiles(below, "*.csproj").Length == 0)
                    open.Push(below);
            }
        }

        return sources.ToImmutable();
    }
}
