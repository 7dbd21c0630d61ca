using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel;

/// <summary>The facts of all trees of a compilation, by name.</summary>
internal sealed class SourceIndex
{
    private readonly Dictionary<string, List<TypeFacts>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TypeFacts>> _byMetadataName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FluentMethod>> _extensions = new(StringComparer.Ordinal);
    private readonly Dictionary<TypeSyntax, INamedTypeSymbol?> _bound = [];

    public SourceIndex(Compilation compilation, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var facts = TreeFacts.Of(tree, cancellationToken);
            Migrations.AddRange(facts.Migrations);
            if (facts.HasSnapshot)
                SnapshotTrees.Add(tree);
            foreach (var type in facts.Types)
            {
                Add(_byName, type.Name, type);
                Add(_byMetadataName, type.MetadataName, type);
                foreach (var method in type.Methods)
                {
                    if (method.IsExtension)
                        Add(_extensions, method.Name, method);
                }
            }
        }
    }

    public Compilation Compilation { get; }

    public List<MigrationFacts> Migrations { get; } = [];

    /// <summary>The trees that declare a <c>ModelSnapshot</c>.</summary>
    public List<SyntaxTree> SnapshotTrees { get; } = [];

    public IEnumerable<TypeFacts> Types => _byMetadataName.Values.SelectMany(parts => parts);

    /// <summary>The declarations of a type of this compilation: several for a partial type, none for a type from elsewhere.</summary>
    public IReadOnlyList<TypeFacts> DeclarationsOf(INamedTypeSymbol type) =>
        type.Locations is [{ IsInSource: true }, ..] && _byMetadataName.TryGetValue(MetadataName(type), out var parts) ? parts : [];

    /// <summary>The types of that simple name.</summary>
    public IReadOnlyList<TypeFacts> Named(string name) => _byName.TryGetValue(name, out var types) ? types : [];

    /// <summary>The extension methods of that name which take a builder.</summary>
    public IReadOnlyList<FluentMethod> Extensions(string name) => _extensions.TryGetValue(name, out var methods) ? methods : [];

    /// <summary>The builder methods of that name that a class declares itself.</summary>
    public IEnumerable<FluentMethod> MethodsOf(INamedTypeSymbol type, string name) =>
        DeclarationsOf(type).SelectMany(part => part.Methods).Where(method => method.Name == name);

    /// <summary>Types whose base list leads, by simple names alone, to one of <paramref name="roots"/>.</summary>
    public List<TypeFacts> Deriving(IEnumerable<string> roots)
    {
        var names = new HashSet<string>(roots, StringComparer.Ordinal);
        var rest = Types.Where(type => type.BaseNames.Count > 0).ToList();
        var found = new List<TypeFacts>();
        for (var grew = true; grew;)
        {
            var next = rest.ToLookup(type => type.BaseNames.Any(names.Contains));
            found.AddRange(next[true]);
            grew = rest.Count > (rest = next[false].ToList()).Count;
            names.UnionWith(next[true].Select(type => type.Name));
        }
        return found;
    }

    public INamedTypeSymbol? SymbolOf(TypeFacts type) => Compilation.Assembly.GetTypeByMetadataName(type.MetadataName);

    /// <summary>Binds a name once.</summary>
    public INamedTypeSymbol? Bind(TypeSyntax name, TypeDeclarationSyntax enclosing)
    {
        if (!_bound.TryGetValue(name, out var type))
            _bound.Add(name, type = TypeBinder.Bind(Compilation, name, enclosing));
        return type;
    }

    /// <summary>The full metadata name of a type, as <see cref="TypeFacts.MetadataName"/> has it.</summary>
    public static string MetadataName(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        var name = type.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.MetadataName + "+" + name;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + name : name;
    }

    private static void Add<T>(Dictionary<string, List<T>> map, string key, T value)
    {
        if (!map.TryGetValue(key, out var list))
            map.Add(key, list = []);
        list.Add(value);
    }
}
