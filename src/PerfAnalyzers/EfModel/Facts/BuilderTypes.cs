using System.Collections.Immutable;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>The types of EF Core through which a model is configured.</summary>
internal static class BuilderTypes
{
    public const string Model = "ModelBuilder";
    public const string Entity = "EntityTypeBuilder";
    public const string Conventions = "ModelConfigurationBuilder";

    private static readonly ImmutableHashSet<string> s_names = ImmutableHashSet.Create(
        Model, Entity, Conventions,
        "OwnedNavigationBuilder", "OwnedEntityTypeBuilder", "OwnershipBuilder", "ComplexPropertyBuilder", "ComplexCollectionBuilder",
        "PropertyBuilder", "PrimitiveCollectionBuilder", "ComplexTypePropertyBuilder", "IndexBuilder", "KeyBuilder",
        "ReferenceNavigationBuilder", "CollectionNavigationBuilder", "ReferenceReferenceBuilder", "ReferenceCollectionBuilder",
        "CollectionCollectionBuilder", "IMutableModel", "IMutableEntityType", "IConventionModelBuilder", "IConventionEntityTypeBuilder"
    );

    public static bool Contains(string name) => s_names.Contains(name);
}
