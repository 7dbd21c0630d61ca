using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PerfTooling.PlanOracle.Compiling;

/// <summary>The .editorconfig of every batch: it asks why a query was left out.</summary>
internal sealed class OracleOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Options s_options = new();

    public override AnalyzerConfigOptions GlobalOptions => s_options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => s_options;

    private sealed class Options : AnalyzerConfigOptions
    {
        private static readonly ImmutableDictionary<string, string> s_values =
            ImmutableDictionary.Create<string, string>(KeyComparer).Add("perf_analyzers.report_partial_models", "true");

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => s_values.TryGetValue(key, out value);
    }
}
