using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PerfAssert.Analyzers.Tests.Infrastructure;

/// <summary>A file that is handed to the compiler.</summary>
internal sealed class TextFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
