using System.Collections.Immutable;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>
/// Calls of EF Core, its relational and provider packages that neither add nor remove a table, column, key, index or query filter.
/// Anything not listed here or handled by name makes a table's knowledge partial.
/// </summary>
internal static class HarmlessCalls
{
    /// <summary>On <c>ModelBuilder</c>.</summary>
    public static ImmutableHashSet<string> Model { get; } = ImmutableHashSet.Create(
        "HasAnnotation", "HasChangeTrackingStrategy", "HasDefaultSchema", "HasDbFunction", "HasSequence", "HasMaxIdentifierLength", "UsePropertyAccessMode",
        "UseCollation", "UseDefaultColumnCollation", "HasEmbeddedDiscriminatorName", "HasDatabaseMaxSize", "HasServiceTierSql", "HasPerformanceLevelSql", "UseNamedDefaultConstraints",
        "UseIdentityColumns", "UseIdentityAlwaysColumns", "UseIdentityByDefaultColumns", "UseSerialColumns", "UseHiLo", "UseKeySequences",
        "HasHiLoSequence", "HasIdentityColumnSeed", "HasIdentityColumnIncrement", "HasFullTextCatalog",
        "HasPostgresExtension", "HasPostgresEnum", "HasPostgresRange", "HasCollation", "UseTablespace", "UseDatabaseTemplate",
        "HasCharSet", "UseGuidCollation", "GetType", "ToString"
    );

    /// <summary>On <c>EntityTypeBuilder</c>.</summary>
    public static ImmutableHashSet<string> Entity { get; } = ImmutableHashSet.Create(
        "HasAnnotation", "HasChangeTrackingStrategy", "HasCheckConstraint", "HasComment", "HasTrigger", "UsePropertyAccessMode", "UseSqlOutputClause",
        "UseSqlReturningClause", "IsTemporal", "IsMemoryOptimized", "HasNoDiscriminator", "InsertUsingStoredProcedure", "UpdateUsingStoredProcedure",
        "DeleteUsingStoredProcedure", "HasFullTextIndex", "HasVectorIndex", "HasGeneratedTsVectorColumn", "HasStorageParameter", "IsUnlogged", "UseXminAsConcurrencyToken",
        "HasCharSet", "UseCollation", "HasPartitionKey", "ToSchema", "HasConstructorBinding", "HasRowLevelSecurity", "HasTableOption", "ToString"
    );

    /// <summary>On the builder of a property, a navigation, a key or a trigger.</summary>
    public static ImmutableHashSet<string> Property { get; } = ImmutableHashSet.Create(
        "HasAnnotation", "HasConversion", "HasField", "HasMaxLength", "HasPrecision", "HasSentinel", "HasValueGenerator", "HasValueGeneratorFactory",
        "IsConcurrencyToken", "IsRequired", "IsRowVersion", "IsUnicode", "UsePropertyAccessMode", "ValueGeneratedNever", "ValueGeneratedOnAdd",
        "ValueGeneratedOnAddOrUpdate", "ValueGeneratedOnUpdate", "ValueGeneratedOnUpdateSometimes",
        "HasColumnName", "HasColumnOrder", "HasColumnType", "HasComment", "HasComputedColumnSql", "HasDefaultValue", "HasDefaultValueSql",
        "HasJsonPropertyName", "IsFixedLength", "IsStoredComputedColumn", "UseCollation", "HasHiLoSequence", "HasIdentityColumnIncrement",
        "HasIdentityColumnSeed", "HasSequence", "HasValueGenerationStrategy", "IsHidden", "IsSparse", "UseHiLo", "UseIdentityColumn", "UseSequence",
        "UseAutoincrement", "UseIdentityAlwaysColumn", "UseIdentityByDefaultColumn", "UseSerialColumn", "HasIdentityOptions", "UseCompressionMethod",
        "HasSrid", "HasCharSet", "HasCollation", "UseMySqlIdentityColumn", "UseMySqlComputedColumn", "IsGeneratedTsVectorColumn", "HasPostgresArrayConversion",
        "ElementType", "AutoInclude", "EnableLazyLoading", "Metadata", "ToString",
        "HasName", "IsClustered", "HasFillFactor", "HasDatabaseName", "IsCreatedOnline", "UseDataCompression", "SortInTempDb",
        "OnDelete", "HasConstraintName", "IsConstrained", "ExcludeForeignKeyFromMigrations"
    );

    /// <summary>On metadata: what is read, and what is set without a say in indexes.</summary>
    public static ImmutableHashSet<string> Metadata { get; } = ImmutableHashSet.Create(
        // Reading
        "Model", "GetEntityTypes", "FindEntityType", "GetProperties", "GetDeclaredProperties", "FindProperty", "GetProperty", "GetForeignKeys", "GetDeclaredForeignKeys",
        "GetReferencingForeignKeys", "GetNavigations", "GetDeclaredNavigations", "FindNavigation", "FindSkipNavigation", "GetSkipNavigations", "GetKeys", "GetIndexes",
        "FindPrimaryKey", "FindAnnotation", "GetAnnotations", "GetBaseTypes", "GetDerivedTypes", "GetRootType", "IsOwned", "IsKeyless", "IsOwnership", "IsAbstract", "IsPrimaryKey",
        "IsForeignKey", "IsKey", "IsNullable", "IsShadowProperty", "IsCollection", "IsRequired", "ClrType", "Name", "DisplayName", "ShortName", "DeclaringEntityType", "DeclaringType",
        "PrincipalEntityType", "DependentToPrincipal", "PrincipalToDependent", "Properties", "PropertyInfo", "FieldInfo", "BaseType", "DeleteBehavior", "ForeignKey", "TargetEntityType",
        "PrincipalKey", "GetTableName", "GetSchema", "GetColumnName", "GetColumnType", "GetMaxLength", "GetPrecision", "GetDatabaseName", "GetConstraintName", "GetDefaultTableName",
        "GetDefaultColumnName", "GetName", "GetValueConverter", "GetDefaultSchema", "ToString", "GetType", "Equals", "GetCustomAttributes", "GetCustomAttribute", "GetInterfaces",
        "IsAssignableFrom", "IsAssignableTo", "IsSubclassOf", "IsGenericType", "IsEnum", "Assembly", "Namespace", "FullName", "Length",
        "ToSnakeCase", "ToLower", "ToLowerInvariant", "Contains", "StartsWith", "EndsWith", "Replace", "Substring",
        // Choosing among what was read
        "Where", "Select", "SelectMany", "ToList", "ToArray", "OfType", "Cast", "AsEnumerable", "Any", "All", "Count", "First", "FirstOrDefault", "Single", "SingleOrDefault",
        "Concat", "Union", "Distinct", "Except", "OrderBy", "OrderByDescending", "ForEach",
        // Setting
        "SetAnnotation", "RemoveAnnotation", "SetDeleteBehavior", "SetColumnType", "SetColumnName", "SetTableName", "SetSchema", "SetPrecision", "SetScale", "SetMaxLength", "SetIsUnicode",
        "SetIsFixedLength", "SetValueConverter", "SetValueComparer", "SetProviderClrType", "SetDefaultValue", "SetDefaultValueSql", "SetComment", "SetCollation", "SetName",
        "SetDatabaseName", "SetConstraintName", "SetPropertyAccessMode", "SetField", "SetValueGenerationStrategy", "SetAfterSaveBehavior", "SetBeforeSaveBehavior", "SetIsEagerLoaded",
        "SetLazyLoadingEnabled", "SetDefaultSchema", "SetChangeTrackingStrategy", "SetStoreObjectId", "SetIdentitySeed", "ValueGenerated", "IsConcurrencyToken", "SetColumnOrder"
    );

    /// <summary>Conventions of EF Core that can be removed without a change to tables, columns, keys and indexes.</summary>
    public static ImmutableHashSet<string> Conventions { get; } = ImmutableHashSet.Create(
        "CascadeDeleteConvention", "SqlServerOnDeleteConvention", "CascadeDeleteAttributeConvention", "TableNameFromDbSetConvention", "SharedTableConvention",
        "MaxLengthAttributeConvention", "StringLengthAttributeConvention", "UnicodeAttributeConvention", "PrecisionAttributeConvention",
        "ValueGenerationConvention", "NonNullableReferencePropertyConvention", "ConstructorBindingConvention"
    );
}
