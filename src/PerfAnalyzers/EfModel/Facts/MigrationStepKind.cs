namespace PerfAnalyzers.EfModel.Facts;

/// <summary>What a <see cref="MigrationStep"/> does.</summary>
internal enum MigrationStepKind
{
    /// <summary>Creates an index, or a key with its index.</summary>
    Create,

    /// <summary>Drops an index or a key.</summary>
    Drop,

    RenameIndex,

    RenameTable,

    RenameColumn,

    DropTable,

    DropColumn,

    /// <summary>May create any index: on the table named, or on any where none is.</summary>
    Opaque,
}
