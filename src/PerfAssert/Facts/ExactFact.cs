namespace PerfAssert;

/// <summary>
/// Something whose number in one call of a test is counted, not estimated: the same in a Debug build as in Release, on any machine. A package
/// counts it (see <see cref="IFactSource"/>); the engine limits it, keeps it in the baseline and reports it.
/// </summary>
public sealed class ExactFact
{
    private ExactFact(string name, string one, string many, string limitedBy, bool isInBaseline)
    {
        Name = name;
        One = one;
        Many = many;
        LimitedBy = limitedBy;
        IsInBaseline = isInBaseline;
    }

    /// <summary>Commands sent to the database.</summary>
    public static ExactFact SqlCommands { get; } = new("sqlCommands", "SQL command", "SQL commands", nameof(PerfPolicy.MaxCommands), isInBaseline: true);

    /// <summary>Rows read from the database.</summary>
    public static ExactFact SqlRows { get; } = new("sqlRows", "row", "rows", nameof(PerfPolicy.MaxRows), isInBaseline: true);

    /// <summary>How often the statement that was sent most often was sent: N + 1 for the queries of that name.</summary>
    public static ExactFact SqlSameStatement { get; } = new("sqlSameStatement", "time the same statement", "times the same statement", nameof(PerfPolicy.MaxSameStatement), isInBaseline: false);

    /// <summary>Tables and indexes that the query plans read from end to end.</summary>
    public static ExactFact SqlFullScans { get; } = new("sqlFullScans", "full scan", "full scans", nameof(PerfPolicy.NoFullScan), isInBaseline: false);

    /// <summary>The name in baseline files and results.</summary>
    public string Name { get; }

    /// <summary>The attribute's property that limits it.</summary>
    public string LimitedBy { get; }

    /// <summary>The package whose source counts it.</summary>
    public string Package => "PerfAssert.EntityFrameworkCore";

    internal static IReadOnlyList<ExactFact> All { get; } = [SqlCommands, SqlRows, SqlSameStatement, SqlFullScans];

    /// <summary>Whether the baseline keeps it. What follows from another fact, or costs more to find out, is counted only against a limit.</summary>
    internal bool IsInBaseline { get; }

    private string One { get; }

    private string Many { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>For example "1 SQL command", "51 SQL commands".</summary>
    internal string Words(long count) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? One : Many)}");
}
