namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>What an expression in a configuration evaluates to, as far as the model cares.</summary>
internal enum FluentValueKind
{
    /// <summary>A <c>ModelBuilder</c>.</summary>
    Model,

    /// <summary>An <c>EntityTypeBuilder</c>.</summary>
    Entity,

    /// <summary>An <c>EntityTypeBuilder</c> of a type that can't be told: <c>modelBuilder.Entity(type)</c> in a loop.</summary>
    AnyEntity,

    /// <summary>A builder of an owned or complex part of an entity.</summary>
    Part,

    /// <summary>A builder of a property of an entity.</summary>
    Property,

    /// <summary>An <c>IndexBuilder</c>.</summary>
    Index,

    /// <summary>A key's builder.</summary>
    Key,

    /// <summary>A relationship's builder.</summary>
    Relationship,

    /// <summary>A builder of something outside every entity's table or without a say in indexes: owned types, tables, discriminators.</summary>
    Elsewhere,

    /// <summary>The model's metadata: <c>modelBuilder.Model</c>, <c>builder.Metadata</c>, or what is found in it.</summary>
    Metadata,

    /// <summary>A <c>ModelConfigurationBuilder</c>.</summary>
    Conventions,

    /// <summary>The configuration of all properties of one type.</summary>
    ConventionProperties,

    /// <summary>Its set of conventions.</summary>
    ConventionSet,
}
