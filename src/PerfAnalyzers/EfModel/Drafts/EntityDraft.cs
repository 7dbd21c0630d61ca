using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>What is known of one entity of one context while the model is being read.</summary>
internal sealed class EntityDraft(INamedTypeSymbol symbol)
{
    public INamedTypeSymbol Symbol { get; } = symbol;

    public string Name => Symbol.Name;

    /// <summary>The nearest base class that is an entity too.</summary>
    public EntityDraft? Base { get; set; }

    /// <summary>The members EF Core looks at, set once the entity's type is read.</summary>
    public IReadOnlyList<EntityMember> Members { get; set; } = [];

    /// <summary>The primary key, or null while none is known.</summary>
    public IReadOnlyList<string>? Key { get; set; }

    /// <summary>True once code, rather than an attribute or a convention, has set the key.</summary>
    public bool IsKeyExplicit { get; set; }

    public List<IReadOnlyList<string>> AlternateKeys { get; } = [];

    public List<IndexDraft> Indexes { get; } = [];

    /// <summary>Properties that <c>Property(…)</c> maps, shadow properties among them.</summary>
    public HashSet<string> Properties { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Ignored { get; } = new(StringComparer.Ordinal);

    /// <summary>The entity that this is a part of; null for an entity of its own.</summary>
    public EntityDraft? Owner { get; init; }

    /// <summary>Owned and complex members, by name.</summary>
    public Dictionary<string, PartDraft> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>Columns named by code, by property.</summary>
    public Dictionary<string, string> ColumnNames { get; } = new(StringComparer.Ordinal);

    /// <summary>How properties are stored, where code says so.</summary>
    public Dictionary<string, ColumnStorage> Storage { get; } = new(StringComparer.Ordinal);

    /// <summary>Properties that code says are required, or not.</summary>
    public Dictionary<string, bool> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>Paths that the query filters mention.</summary>
    public List<string> QueryFilter { get; } = [];

    /// <summary>The navigations declared here whose foreign key is found; null where two were found for one name.</summary>
    public Dictionary<string, NavigationDraft?> Navigations { get; } = new(StringComparer.Ordinal);

    /// <summary>The column that tells the types of a hierarchy apart.</summary>
    public string Discriminator { get; set; } = "Discriminator";

    public bool IsSmall { get; set; }

    /// <summary>The table named for it, if any, without schema.</summary>
    public string? Table { get; set; }

    /// <summary>The schema named for its table, if any.</summary>
    public string? Schema { get; set; }

    /// <summary>The name of the set it is mapped through, if that is one only.</summary>
    public string? Set { get; set; }

    /// <summary>What code says of the hierarchy, and once all is read, what holds for it.</summary>
    public HierarchyMapping Mapping { get; set; }

    /// <summary>True where code names the column that tells the types of the hierarchy apart.</summary>
    public bool HasDiscriminator { get; set; }

    /// <summary>The builder of the last <c>HasIndex</c>, in code that configures this entity alone.</summary>
    public ExpressionSyntax? IndexSite { get; set; }

    /// <summary>The builder of the last call of any kind, in code that configures this entity alone.</summary>
    public ExpressionSyntax? ConfigurationSite { get; set; }

    /// <summary>Why not all of it is known, or null.</summary>
    public string? Problem { get; set; }

    /// <summary>The worst kind of what isn't known.</summary>
    public ProblemKind? WorstProblem { get; set; }

    /// <summary>True for an entity without a key, which takes no part in relationships.</summary>
    public bool IsKeyless { get; set; }

    /// <summary>Why it may be no table at all, or null.</summary>
    public string? NoTable { get; set; }

    public EntityDraft Root
    {
        get
        {
            var root = this;
            while (root.Base is { } next)
                root = next;
            return root;
        }
    }

    /// <summary>This entity and the base entities it inherits from.</summary>
    public IEnumerable<EntityDraft> Hierarchy
    {
        get
        {
            for (var draft = this; draft is not null; draft = draft.Base)
                yield return draft;
        }
    }

    public EntityMember? Member(string name) => Members.FirstOrDefault(member => member.Name == name);

    /// <summary>Finds the index on exactly these columns under that name, or adds it.</summary>
    public IndexDraft Index(IReadOnlyList<string> columns, string? name)
    {
        var found = Indexes.FirstOrDefault(index => index.Name == name && index.Columns.SequenceEqual(columns));
        if (found is null)
            Indexes.Add(found = new IndexDraft(columns, name));
        return found;
    }
}
