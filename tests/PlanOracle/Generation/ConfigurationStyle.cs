namespace PerfTooling.PlanOracle.Generation;

/// <summary>Where the configuration of an entity stands.</summary>
internal enum ConfigurationStyle
{
    /// <summary><c>modelBuilder.Entity&lt;Order&gt;(order =&gt; { … })</c></summary>
    Nested,

    /// <summary><c>modelBuilder.Entity&lt;Order&gt;().HasIndex(…)</c></summary>
    Chained,

    /// <summary><c>var order = modelBuilder.Entity&lt;Order&gt;();</c></summary>
    Variable,

    /// <summary>A class of its own: <c>IEntityTypeConfiguration&lt;Order&gt;</c>.</summary>
    Class,

    /// <summary>A class of its own, which inherits from one that declares an index for all.</summary>
    DerivedClass,

    /// <summary>An extension method called from OnModelCreating.</summary>
    Extension,

    /// <summary>A method of the context handed over as it is: <c>modelBuilder.Entity&lt;Order&gt;(ConfigureOrder)</c>.</summary>
    Method,
}
