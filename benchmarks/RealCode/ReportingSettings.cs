using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PerfTooling.RealCode;

/// <summary>The options of a project that wants to be told which queries were left out.</summary>
internal sealed class ReportingSettings : AnalyzerConfigOptionsProvider
{
    /// <summary>What the package's build files say of a file that is handed in as a model.</summary>
    private static readonly Options s_model = new("build_metadata.AdditionalFiles.PerfAnalyzersModel");

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("perf_analyzers.report_partial_models");

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => s_model;

    private sealed class Options(string setting) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == setting ? "true" : null;
            return value is not null;
        }
    }
}
