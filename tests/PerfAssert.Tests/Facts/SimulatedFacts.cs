namespace PerfAssert.Tests.Facts;

/// <summary>A source of facts whose readings a test writes down, call by call; the last one stays.</summary>
internal sealed class SimulatedFacts(params FactReading[] readings) : IFactSource
{
    public IReadOnlyCollection<ExactFact> Facts { get; } = [ExactFact.SqlCommands, ExactFact.SqlRows, ExactFact.SqlSameStatement, ExactFact.SqlFullScans];

    /// <summary>How many calls were counted.</summary>
    public int Scopes { get; private set; }

    /// <summary>How many scopes are open.</summary>
    public int Open { get; private set; }

    public static FactReading Reading(long commands = 0, long rows = 0, long outside = 0, string? scansUnknown = null, TimeSpan? sureAfter = null) => new()
    {
        Counts = new Dictionary<ExactFact, long> { [ExactFact.SqlCommands] = commands, [ExactFact.SqlRows] = rows, [ExactFact.SqlSameStatement] = commands },
        Outside = new Dictionary<ExactFact, long> { [ExactFact.SqlCommands] = outside },
        NotCountedOutside = new Dictionary<ExactFact, string> { [ExactFact.SqlSameStatement] = "the flow was cut" },
        Details = new Dictionary<ExactFact, IReadOnlyList<string>> { [ExactFact.SqlCommands] = [$"{commands} × SELECT 1"] },
        Unknown = scansUnknown is null ? new Dictionary<ExactFact, string>() : new Dictionary<ExactFact, string> { [ExactFact.SqlFullScans] = scansUnknown },
        SureAfter = sureAfter,
    };

    public IFactScope Start(IReadOnlyCollection<ExactFact> limited)
    {
        Open++;
        return new Scope(this, readings[Math.Min(Scopes++, readings.Length - 1)]);
    }

    private sealed class Scope(SimulatedFacts source, FactReading reading) : IFactScope
    {
        public FactReading Stop() => reading;

        public void Dispose() => source.Open--;
    }
}
