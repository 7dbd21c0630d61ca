using System.Collections.Immutable;
using System.Xml.Linq;

namespace PerfTooling.RealCode;

/// <summary>What a project file says, read without MSBuild, so that code bases load whose packages can't be restored here.</summary>
internal sealed record ProjectFile(string Path, string Name, ImmutableArray<string> Sources, ImmutableArray<string> References, bool IsTest)
{
    public static ProjectFile Read(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        var xml = XDocument.Load(path);
        var references = xml.Descendants("ProjectReference")
            .Select(element => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, ((string)element.Attribute("Include")!).Replace('\\', '/'))))
            .ToImmutableArray();
        var isTest = xml.Descendants("PackageReference").Any(element => (string?)element.Attribute("Include") is "xunit" or "xunit.v3" or "NUnit" or "MSTest.TestFramework" or "Microsoft.NET.Test.Sdk");
        return new ProjectFile(path, System.IO.Path.GetFileNameWithoutExtension(path), SourcesOf(folder), references, isTest);
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
