using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Rules;

/// <summary>The <c>perf_analyzers.*</c> options that hold for one file.</summary>
/// <param name="Database">The database, or null to take it from the EF Core provider.</param>
/// <param name="SmallTables">Names of entities that are never flagged.</param>
/// <param name="IncludesTestProjects">True to analyse projects that reference a test framework.</param>
/// <param name="ReportsPartialModels">True to report PERF100.</param>
internal sealed record AnalyzerSettings(DatabaseTraits? Database, ImmutableHashSet<string> SmallTables, bool IncludesTestProjects, bool ReportsPartialModels)
{
    private const string DatabaseKey = "perf_analyzers.database";
    private const string SmallTablesKey = "perf_analyzers.small_tables";
    private const string TestProjectsKey = "perf_analyzers.include_test_projects";
    private const string PartialModelsKey = "perf_analyzers.report_partial_models";
    private const string On = "true";
    private const string Off = "false";
    private const string Switch = On + ", " + Off;

    /// <summary>Reads the options. One that isn't understood has no effect; <see cref="Misunderstood"/> names it.</summary>
    public static AnalyzerSettings Read(AnalyzerConfigOptions options) => new(
        ValueOf(options, DatabaseKey) is { } name ? DatabaseTraits.All.FirstOrDefault(database => IsSame(NameOf(database), name)) : null,
        options.TryGetValue(SmallTablesKey, out var tables)
            ? tables.Split(',').Select(table => table.Trim()).Where(table => table.Length > 0).ToImmutableHashSet(StringComparer.Ordinal)
            : ImmutableHashSet<string>.Empty,
        IsSame(ValueOf(options, TestProjectsKey), On),
        IsSame(ValueOf(options, PartialModelsKey), On));

    /// <summary>The options whose value isn't understood.</summary>
    public static IEnumerable<(string Key, string Value, string Allowed)> Misunderstood(AnalyzerConfigOptions options)
    {
        if (ValueOf(options, DatabaseKey) is { } database && !DatabaseTraits.All.Any(known => IsSame(NameOf(known), database)))
            yield return (DatabaseKey, database, string.Join(", ", DatabaseTraits.All.Select(NameOf)));
        if (ValueOf(options, TestProjectsKey) is { } tests && !IsSwitch(tests))
            yield return (TestProjectsKey, tests, Switch);
        if (ValueOf(options, PartialModelsKey) is { } models && !IsSwitch(models))
            yield return (PartialModelsKey, models, Switch);
    }

    private static string NameOf(DatabaseTraits database) => database.Database.ToString().ToLowerInvariant();

    private static bool IsSwitch(string value) => IsSame(value, On) || IsSame(value, Off);

    private static bool IsSame(string? value, string known) => string.Equals(value, known, StringComparison.OrdinalIgnoreCase);

    private static string? ValueOf(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && value.Trim() is { Length: > 0 } text ? text : null;
}
