namespace PerfAssert;

/// <summary>What one test asks for beyond the defaults.</summary>
public sealed record PerfPolicy
{
    /// <summary>No limit: see <see cref="MaxAllocatedBytes"/>.</summary>
    public const long Unlimited = -1;

    /// <summary>The default of <see cref="MaxRatio"/>: no slower, but for what two equal methods may differ by.</summary>
    public const double DefaultMaxRatio = 1.05;

    /// <summary>The defaults.</summary>
    public static PerfPolicy Default { get; } = new();

    /// <summary>Whether <see cref="PerfOutcome.Inconclusive"/> fails the test.</summary>
    public bool Strict { get; init; }

    /// <summary>Bytes one call may allocate, whatever the baseline says; <see cref="Unlimited"/> for no limit.</summary>
    public long MaxAllocatedBytes { get; init; } = Unlimited;

    /// <summary>SQL commands one call may send; <see cref="Unlimited"/> for no limit. Counted by PerfAssert.EntityFrameworkCore.</summary>
    public long MaxCommands { get; init; } = Unlimited;

    /// <summary>Rows one call may read from the database; <see cref="Unlimited"/> for no limit.</summary>
    public long MaxRows { get; init; } = Unlimited;

    /// <summary>How often one call may send the same statement, whatever its parameters; <see cref="Unlimited"/> for no limit.</summary>
    public long MaxSameStatement { get; init; } = Unlimited;

    /// <summary>Whether the query plans of a call must not read a table or an index from end to end.</summary>
    public bool NoFullScan { get; init; }

    /// <summary>The operation of perf-budgets.json whose limits the percentiles must keep to; null for none.</summary>
    public string? Budget { get; init; }

    /// <summary>
    /// How many times as long as <see cref="PerfTest.RelativeTo"/> one call may take; a number above 0, 1.05 by default. Judged only where there is something to compare with.
    /// </summary>
    public double MaxRatio { get; init; } = DefaultMaxRatio;

    internal IEnumerable<ExactFact> LimitedFacts => ExactFact.All.Where(fact => LimitOf(fact) is not null);

    internal long? LimitOf(ExactFact fact)
    {
        var limit =
            fact == ExactFact.SqlCommands ? MaxCommands
            : fact == ExactFact.SqlRows ? MaxRows
            : fact == ExactFact.SqlSameStatement ? MaxSameStatement
            : fact == ExactFact.SqlFullScans && NoFullScan ? 0
            : Unlimited;
        return limit >= 0 ? limit : null;
    }
}
