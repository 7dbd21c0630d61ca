using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PerfTooling.RealCode;

/// <summary>A snapshot or a migration, handed in as docs/models-in-other-projects.md tells users to.</summary>
internal sealed class ModelFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
