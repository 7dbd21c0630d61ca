namespace PerfMonitor.Statements;

/// <summary>Where a query stands in the source, as <c>TagWithCallSite</c> writes it. What other tags say is not kept: it may be anything.</summary>
internal static class CallSite
{
    private const string Start = "-- File: ";
    private static readonly string[] Sources = [".cs", ".vb", ".fs", ".razor", ".cshtml"];

    /// <summary>File and line without the folder, such as <c>OrderQueries.cs:29</c>; null where there is none.</summary>
    public static string? Of(string sql)
    {
        // Tags stand before the statement, a line each.
        for (var at = 0; at < sql.Length && at < StatementMask.LongestRead;)
        {
            var end = sql.IndexOf('\n', at);
            var line = sql.AsSpan(at, (end < 0 ? sql.Length : end) - at).Trim();
            if (line.StartsWith(Start) && Read(line[Start.Length..]) is { } site)
                return site;
            if (end < 0 || (line.Length > 0 && !line.StartsWith("--")))
                return null;
            at = end + 1;
        }

        return null;
    }

    private static string? Read(ReadOnlySpan<char> place)
    {
        var colon = place.LastIndexOf(':');
        if (colon < 0 || !int.TryParse(place[(colon + 1)..], out var line) || line < 1)
            return null;
        var file = place[..colon];
        file = file[(file.LastIndexOfAny('/', '\\') + 1)..];
        if (file.Length > 100)
            return null;
        foreach (var source in Sources)
        {
            if (file.EndsWith(source, StringComparison.OrdinalIgnoreCase))
                return $"{file}:{line}";
        }

        return null;
    }
}
