namespace PerfAnalyzers.EfModel.References.Sql;

/// <summary>What a statement does to the indexes of a table.</summary>
internal enum SqlStatementKind
{
    /// <summary>Creates the table.</summary>
    CreateTable,

    /// <summary>Creates an index, or a key.</summary>
    CreateIndex,

    /// <summary>Drops an index or a constraint by name.</summary>
    DropIndex,

    /// <summary>Something about indexes that can't be followed.</summary>
    NotUnderstood,
}
