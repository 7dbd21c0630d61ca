using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PerfTooling.RealCode;

/// <summary>Compiles projects against each other and against the framework and EF Core. What else they use stays unresolved.</summary>
internal sealed class ProjectCompiler(IReadOnlyDictionary<string, ProjectFile> projects)
{
    /// <summary>What the SDK's implicit usings add.</summary>
    private const string GlobalUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly List<MetadataReference> s_platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<string, CSharpCompilation> _compiled = [];

    public CSharpCompilation Compile(ProjectFile project)
    {
        if (_compiled.TryGetValue(project.Path, out var known))
            return known;

        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = project.Sources.Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
            .Append(CSharpSyntaxTree.ParseText(GlobalUsings, options, "GlobalUsings.g.cs"));
        var references = AllReferences(project).Select(reference => (MetadataReference)Compile(reference).ToMetadataReference());
        var compilation = CSharpCompilation.Create(project.Name, trees, [.. s_platform, .. references], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return _compiled[project.Path] = compilation;
    }

    /// <summary>The projects that a project references, and those they reference.</summary>
    private List<ProjectFile> AllReferences(ProjectFile project)
    {
        var found = new Dictionary<string, ProjectFile>();
        var open = new Stack<string>(project.References);
        while (open.TryPop(out var path))
        {
            if (path != project.Path && projects.TryGetValue(path, out var reference) && found.TryAdd(path, reference))
            {
                foreach (var next in reference.References)
                    open.Push(next);
            }
        }

        return [.. found.Values];
    }
}
