using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PerfAnalyzers.Tests.References;

/// <summary>What the package's build files tell the compiler: which files are models, and the properties.</summary>
internal sealed class ModelFiles(IReadOnlyList<ModelFile> files) : AnalyzerConfigOptionsProvider
{
    public Dictionary<string, string> Properties { get; } = [];

    public ImmutableArray<AdditionalText> Texts => [.. files];

    public AnalyzerOptions Options => new(Texts, this);

    public override AnalyzerConfigOptions GlobalOptions => new Values(Properties.ToDictionary(property => "build_property." + property.Key, property => property.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Values(((ModelFile)textFile).IsModel ? new() { ["build_metadata.AdditionalFiles.PerfAnalyzersModel"] = "true" } : []);

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
