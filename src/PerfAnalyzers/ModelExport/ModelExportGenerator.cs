using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PerfAnalyzers.EfModel.References;
using PerfAnalyzers.EfModel.References.HandedIn;

namespace PerfAnalyzers.ModelExport;

/// <summary>
/// Writes the project's model into an attribute of its assembly, where the projects that reference it find it: no type, no dependency, nothing
/// that runs. Does nothing in a project that declares no context and no <c>DbSet</c>.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelExportGenerator : IIncrementalGenerator
{
    internal const string ModelStep = "Model";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context.AnalyzerConfigOptionsProvider.Select((options, _) => ExportSettings.Of(options.GlobalOptions));
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(pair => HandedInModels.IsHandedIn(pair.Left, pair.Right))
            .Select((pair, _) => pair.Left)
            .Collect();

        // IDEs run implementation outputs on every keystroke too (dotnet/roslyn issue 77288), and the compilation is new each time. The read
        // behind this step is cached by syntax tree, and the output below runs only when the text has changed.
        var model = context.CompilationProvider.Combine(settings).Combine(files)
            .Select((input, cancellationToken) => input.Left.Right.IsOn
                ? ExportedModel.Of(input.Left.Left, input.Right, input.Left.Right, cancellationToken)
                : null)
            .WithTrackingName(ModelStep);

        context.RegisterImplementationSourceOutput(model, (output, document) =>
        {
            if (document is not null)
                output.AddSource(ReferencedModels.ExportedFile, SourceText.From(ExportedText.Source(document), Encoding.UTF8));
        });
    }
}
