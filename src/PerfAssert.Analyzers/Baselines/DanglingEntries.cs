using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PerfAssert.Analyzers.Baselines;

/// <summary>PERF306: tells whether the test of an entry certainly doesn't exist.</summary>
internal sealed class DanglingEntries
{
    private readonly Compilation _compilation;
    private readonly PerfAttributes _attributes;
    private readonly Lazy<string?> _targetFramework;
    private readonly Lazy<HashSet<string>> _sourceFolders;
    private readonly Lazy<List<string>> _disabledCode;

    public DanglingEntries(Compilation compilation, PerfAttributes attributes)
    {
        _compilation = compilation;
        _attributes = attributes;
        _targetFramework = new Lazy<string?>(() => TargetFramework(compilation));
        _sourceFolders = new Lazy<HashSet<string>>(() => new HashSet<string>(compilation.SyntaxTrees.Select(tree => FolderOf(tree.FilePath)), StringComparer.OrdinalIgnoreCase));
        _disabledCode = new Lazy<List<string>>(() => compilation.SyntaxTrees.Select(tree => tree.GetRoot()).Where(root => root.ContainsDirectives)
            .SelectMany(root => root.DescendantTrivia()).Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)).Select(trivia => trivia.ToString()).ToList());
    }

    public bool Include(BaselineEntry entry, string file)
    {
        // Another target framework's tests are other tests, and only that compilation knows them.
        if (entry.TargetFramework != _targetFramework.Value)
            return false;
        if (_compilation.Assembly.GetTypeByMetadataName(entry.Type) is { } type)
        {
            if (PerfTests.HasUnknownBase(type))
                return false;
            var runs = PerfTests.CanRun(type) && (PerfTests.Of(type, _attributes).ContainsKey(entry.Method) || PerfTests.HasLoadTest(type, entry.Method));
            return !runs && !IsDisabled(entry);
        }

        // A file in a folder without a source of this project may be another project's.
        return _sourceFolders.Value.Contains(FolderOf(file)) && !IsDisabled(entry);
    }

    /// <summary>Whether a test of that name may be in code that another configuration compiles.</summary>
    private bool IsDisabled(BaselineEntry entry) => _disabledCode.Value.Exists(code => code.Contains(entry.Method));

    private static string FolderOf(string path)
    {
        var slashes = BaselineFiles.Slashes(path);
        return slashes.Substring(0, slashes.LastIndexOf('/') + 1);
    }

    /// <summary>The short name as keys have it, such as net10.0; null where the project doesn't say, or isn't of .NET 5 or later.</summary>
    private static string? TargetFramework(Compilation compilation)
    {
        const string prefix = ".NETCoreApp,Version=v";
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "TargetFrameworkAttribute", ConstructorArguments: [{ Value: string name }] })
                return name.StartsWith(prefix, StringComparison.Ordinal) ? "net" + name.Substring(prefix.Length) : null;
        }

        return null;
    }
}
