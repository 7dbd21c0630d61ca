using Microsoft.CodeAnalysis.Diagnostics;

namespace PerfAnalyzers.ModelExport;

/// <summary>The MSBuild properties that concern the export.</summary>
/// <param name="IsOn">False for <c>PerfAnalyzersExportModel=false</c>, and for test projects.</param>
/// <param name="MissingModels">The files handed in that don't exist, or null.</param>
internal sealed record ExportSettings(bool IsOn, string? MissingModels)
{
    public static ExportSettings Of(AnalyzerConfigOptions options) => new(
        !Is(options, "PerfAnalyzersExportModel", "false") && !Is(options, "IsTestProject", "true"),
        options.TryGetValue("build_property.PerfAnalyzersMissingModels", out var missing) && missing.Length > 0 ? missing : null);

    private static bool Is(AnalyzerConfigOptions options, string property, string value) =>
        options.TryGetValue("build_property." + property, out var actual) && actual.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);
}
