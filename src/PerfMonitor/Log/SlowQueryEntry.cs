using System.Collections.Immutable;

namespace PerfMonitor;

/// <summary>One command of the slow-query log. Nothing in it is a value of the application's data, but for <see cref="Parameters"/>.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Kind">Why it is here.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Duration">By <paramref name="Kind"/>: of execution, or of the open reader with the caller's work in it.</param>
/// <param name="Action">What it does.</param>
/// <param name="Entity">The entity's name, or the table's where no entity is mapped to it; null where neither is found.</param>
/// <param name="CallSite">File and line of a query tagged by TagWithCallSite; null for others.</param>
/// <param name="Error">The exception's type and, where the database gives one, its SQLSTATE, but never its message; null where there is none.</param>
/// <param name="Sql">The SQL, its literals masked; a long one is cut, and ends with <c>…</c>.</param>
public sealed record SlowQueryEntry(
    DateTimeOffset At, SlowQueryKind Kind, SlowQuerySeverity Severity, TimeSpan Duration, QueryAction Action, string? Entity, string? CallSite, string? Error, string Sql)
{
    /// <summary>Its parameters, at most 20; empty unless <see cref="PerfMonitorOptions.RecordParameterValues"/> says otherwise.</summary>
    public ImmutableArray<SlowQueryParameter> Parameters { get; init; } = [];

    /// <summary>
    /// The memory it is counted with, in bytes: 104 for the object, 8 for its place in the buffer, for each text 22 + 2 × length, rounded up to 8, and for each parameter an object of 40 and its
    /// place in the list. Texts that entries share are counted in each: the true size is at most this.
    /// </summary>
    internal int Size => 112 + Text(Entity) + Text(CallSite) + Text(Error) + Text(Sql) + (Parameters.Length == 0 ? 0 : 24 + Parameters.Sum(parameter => 48 + Text(parameter.Name) + Text(parameter.Value)));

    /// <summary>The SQL, followed by the parameters where there are any, in one line.</summary>
    internal string SqlWithParameters => Parameters.Length == 0
        ? Sql
        : $"{Sql} [{string.Join(", ", Parameters.Select(parameter => $"{parameter.Name}={string.Concat(parameter.Value.Select(c => char.IsControl(c) ? ' ' : c))}"))}]";

    private static int Text(string? text) => text is null ? 0 : (22 + (2 * text.Length) + 7) / 8 * 8;
}
