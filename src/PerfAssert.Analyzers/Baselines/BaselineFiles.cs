using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PerfAssert.Analyzers.Baselines;

/// <summary>The baselines a project hands to the compiler.</summary>
internal sealed class BaselineFiles
{
    private const string Extension = ".perf.json";

    /// <summary>What the package's targets set where they hand over every baseline in the project's folder: that folder.</summary>
    private const string FolderProperty = "build_property.PerfAssertBaselineFolder";

    private readonly ImmutableArray<AdditionalText> _files;
    private readonly string? _folder;
    private readonly Lazy<HashSet<string>?> _tests;

    public BaselineFiles(AnalyzerOptions options)
    {
        _files = options.AdditionalFiles.Where(IsBaseline).ToImmutableArray();
        _folder = options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(FolderProperty, out var folder) && folder.Length > 0 ? Slashes(folder).TrimEnd('/') + "/" : null;
        _tests = new Lazy<HashSet<string>?>(ReadTests);
    }

    public static bool IsBaseline(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether every baseline that a test may have is known: its source stands in the project's folder, whose baselines are handed over, and
    /// each of them can be read.
    /// </summary>
    public bool AreKnownFor(SyntaxTree source) => _folder is not null && Slashes(source.FilePath).StartsWith(_folder, StringComparison.OrdinalIgnoreCase) && _tests.Value is not null;

    /// <summary>Whether any file has an entry of the test, for any row, machine or target framework.</summary>
    public bool Have(string test) => _tests.Value?.Contains(test) != false;

    public static string Slashes(string path) => path.Replace('\\', '/');

    private HashSet<string>? ReadTests()
    {
        var tests = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in _files)
        {
            // No token: one caller's cancellation would be remembered for all.
            if (file.GetText() is not { } text || BaselineText.Of(text) is not { IsReadable: true } baseline)
                return null;
            tests.UnionWith(baseline.Entries.Select(entry => entry.Test));
        }

        return tests;
    }
}
