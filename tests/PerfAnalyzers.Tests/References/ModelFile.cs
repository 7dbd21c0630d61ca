using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PerfAnalyzers.Tests.References;

/// <summary>An additional file; a model unless said otherwise.</summary>
internal sealed class ModelFile(string path, string text, bool isModel = true) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public bool IsModel => isModel;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
