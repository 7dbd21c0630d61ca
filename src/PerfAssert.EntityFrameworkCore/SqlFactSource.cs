namespace PerfAssert.EntityFrameworkCore;

/// <summary>Counts commands, rows and repeated statements of a perf test. The package names it in the test assembly's metadata; nobody else needs to.</summary>
public sealed class SqlFactSource : IFactSource
{
    /// <inheritdoc/>
    public IReadOnlyCollection<ExactFact> Facts { get; } = [ExactFact.SqlCommands, ExactFact.SqlRows, ExactFact.SqlSameStatement, ExactFact.SqlFullScans];

    /// <inheritdoc/>
    public IFactScope Start(IReadOnlyCollection<ExactFact> limited)
    {
        ArgumentNullException.ThrowIfNull(limited);
        return new SqlFactScope(limited.Contains(ExactFact.SqlFullScans));
    }
}
