using System.Data.Common;
using System.Globalization;
using PerfAssert.EntityFrameworkCore.Plans;
using PerfAssert.EntityFrameworkCore.Statements;

namespace PerfAssert.EntityFrameworkCore;

/// <summary>One call of a perf test, recorded.</summary>
internal sealed class SqlFactScope : IFactScope
{
    private const int StatementsShown = 8;
    private const string CutFlow = "commands were sent outside the test's async flow, where they are only counted; behind ASP.NET Core's TestServer set its PreserveExecutionContext";

    private static readonly Dictionary<ExactFact, string> NotCountedOutside = new()
    {
        [ExactFact.SqlSameStatement] = CutFlow,
        [ExactFact.SqlFullScans] = CutFlow,
    };

    private readonly SqlRecording _recording;
    private readonly PlanCollector? _plans;

    public SqlFactScope(bool explain)
    {
        _plans = explain ? new PlanCollector() : null;
        // Contexts close what they opened: then is the last moment at which its commands can be explained.
        _recording = SqlRecording.Start(explain ? ExplainOn : null);
    }

    public FactReading Stop()
    {
        _recording.Dispose();
        var commands = _recording.Commands;
        var statements = _recording.Statements;
        var counts = new Dictionary<ExactFact, long>
        {
            [ExactFact.SqlCommands] = commands.Count,
            [ExactFact.SqlRows] = _recording.Rows,
            [ExactFact.SqlSameStatement] = statements.Count == 0 ? 0 : statements[0].Times,
        };
        var lines = statements.Take(StatementsShown).Select(Line).ToList();
        if (statements.Count > StatementsShown)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"and {statements.Count - StatementsShown} other statements"));
        var details = new Dictionary<ExactFact, IReadOnlyList<string>>
        {
            [ExactFact.SqlCommands] = lines,
            [ExactFact.SqlRows] = lines,
            [ExactFact.SqlSameStatement] = lines,
        };
        var unknown = new Dictionary<ExactFact, string>();
        if (commands.Any(command => command.HasUnknownRows))
            unknown[ExactFact.SqlRows] = "EF Core does not count the rows of a split query's collections, and on this database nothing else does";
        var (outsideCommands, outsideRows) = _recording.Outside;
        if (_plans is { } plans)
        {
            plans.ExplainRemaining(commands);
            counts[ExactFact.SqlFullScans] = plans.FullScans;
            details[ExactFact.SqlFullScans] = plans.Lines;
            if (plans.Problem is { } problem)
                unknown[ExactFact.SqlFullScans] = problem;
        }

        return new FactReading
        {
            Counts = counts,
            Outside = new Dictionary<ExactFact, long> { [ExactFact.SqlCommands] = outsideCommands, [ExactFact.SqlRows] = outsideRows },
            Details = details,
            NotCountedOutside = NotCountedOutside,
            Unknown = unknown,
            SureAfter = _recording.SureAfter,
        };
    }

    public void Dispose() => _recording.Dispose();

    private void ExplainOn(DbConnection connection) => _plans!.ExplainOn(connection, _recording.Commands);

    private static string Line(RepeatedStatement statement) => string.Create(
        CultureInfo.InvariantCulture, $"{statement.Times} × {StatementNormalizer.Shorten(statement.Statement)}{(statement.Times >= 3 ? $"    (N+1? the same statement {statement.Times} times)" : "")}");
}
