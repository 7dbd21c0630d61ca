using System.Collections.Immutable;
using PerfAnalyzers.EfModel.References.Documents;

namespace PerfAnalyzers.EfModel.References;

/// <summary>What one referenced assembly or project says of its EF Core model.</summary>
/// <param name="Assembly">Its simple name.</param>
/// <param name="References">The simple names of the assemblies it references: it can map their types and its own, no others.</param>
/// <param name="Documents">Its model; none where it has none, or doesn't export it.</param>
internal sealed record ReferencedModel(string Assembly, ImmutableHashSet<string> References, ImmutableArray<ModelDocument> Documents)
{
    /// <summary>The names of its properties of type <c>DbSet</c> where no document says them.</summary>
    public ImmutableArray<string> HiddenDbSets { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>True for an assembly that declares contexts and exports no model.</summary>
    public bool HidesContexts { get; init; }

    /// <summary>Why it may map an entity of <paramref name="assembly"/> in a way that can't be seen, or null.</summary>
    public string? DoubtAbout(string assembly)
    {
        if (assembly != Assembly && !References.Contains(assembly))
            return null;
        return HidesContexts
            ? $"{Assembly} declares contexts and exports no model: install PerfAnalyzers there too"
            : Documents.Select(document => document.Problem).FirstOrDefault(problem => problem is not null);
    }
}
