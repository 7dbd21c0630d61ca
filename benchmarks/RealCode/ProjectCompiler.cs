using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PerfTooling.RealCode;

/// <summary>
/// Compiles projects against each other, the framework, and EF Core with the providers they use. What else they use stays unresolved.
/// </summary>
internal sealed class ProjectCompiler(IReadOnlyDictionary<string, ProjectFile> projects)
{
    /// <summary>What every package of EF Core, and of what builds on it, has in its name.</summary>
    private const string EntityFramework = "EntityFramework";

    /// <summary>Providers whose assemblies aren't here. Of a provider only the name is looked at, so an empty assembly stands in.</summary>
    private static readonly string[] s_absentProviders =
        ["Pomelo.EntityFrameworkCore.MySql", "MySql.EntityFrameworkCore", "Microting.EntityFrameworkCore.MySql", "Oracle.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.InMemory"];

    private static readonly string[] s_providers = ["Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer", "Npgsql.EntityFrameworkCore.PostgreSQL"];

    private static readonly ImmutableArray<(string Name, MetadataReference Reference)> s_platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => (Path.GetFileNameWithoutExtension(path), (MetadataReference)MetadataReference.CreateFromFile(path))),
    ];

    private readonly Dictionary<string, CSharpCompilation> _compiled = [];

    public CSharpCompilation Compile(ProjectFile project)
    {
        if (_compiled.TryGetValue(project.Path, out var known))
            return known;

        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = project.Sources.Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
            .Append(CSharpSyntaxTree.ParseText(string.Concat(project.Usings.Distinct().Select(name => $"global using {name};")), options, "GlobalUsings.g.cs"));
        var references = AllReferences(project);
        var compilation = CSharpCompilation.Create(
            project.Name,
            trees,
            [
                .. Assemblies([.. project.Packages, .. references.SelectMany(reference => reference.Packages)]),
                .. references.Select(reference => Compile(reference).ToMetadataReference()),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return _compiled[project.Path] = compilation;
    }

    /// <summary>The framework, and what is here of the packages.</summary>
    private static IEnumerable<MetadataReference> Assemblies(string[] packages) =>
    [
        .. s_platform.Where(assembly => IsUsed(assembly.Name, packages)).Select(assembly => assembly.Reference),
        .. s_absentProviders.Where(provider => IsIn(provider, packages)).Select(provider => CSharpCompilation.Create(provider).ToMetadataReference()),
    ];

    private static bool IsUsed(string assembly, string[] packages)
    {
        if (s_providers.FirstOrDefault(provider => assembly.StartsWith(provider, StringComparison.Ordinal)) is { } provider)
            return IsIn(provider, packages);
        return !assembly.Contains(EntityFramework, StringComparison.Ordinal) || IsIn(EntityFramework, packages);
    }

    private static bool IsIn(string name, string[] packages) => packages.Any(package => package.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The projects that a project references, and those they reference.</summary>
    public IReadOnlyList<ProjectFile> AllReferences(ProjectFile project)
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
