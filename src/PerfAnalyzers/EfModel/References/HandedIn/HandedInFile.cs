using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PerfAnalyzers.EfModel.Facts;
using PerfAnalyzers.EfModel.References.Documents;
using PerfAnalyzers.EfModel.References.Json;
using PerfAnalyzers.EfModel.References.Sql;
using PerfAnalyzers.EfModel.Snapshots;

namespace PerfAnalyzers.EfModel.References.HandedIn;

/// <summary>One file that was handed in: a snapshot (<c>.cs</c>), an exported model (<c>.json</c>) or a script (<c>.sql</c>).</summary>
/// <param name="Documents">The models in it.</param>
/// <param name="Statements">The statements of a script that concern indexes.</param>
/// <param name="Problem">Why it, or a part of it, could not be read.</param>
internal sealed record HandedInFile(ImmutableArray<ModelDocument> Documents, ImmutableArray<SqlStatement> Statements, string? Problem)
{
    /// <summary>What the migrations in it do to indexes: some of them only they know.</summary>
    public IReadOnlyList<MigrationFacts> Migrations { get; init; } = [];

    private static readonly ConditionalWeakTable<SourceText, HandedInFile> s_byText = new();

    private static readonly HandedInFile s_empty = new(ImmutableArray<ModelDocument>.Empty, ImmutableArray<SqlStatement>.Empty, null);

    public static HandedInFile Read(AdditionalText file, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file.Path);
        if (file.GetText(cancellationToken) is not { } text)
            return Unfit($"{name} can't be read");
        if (s_byText.TryGetValue(text, out var known))
            return known;
        var read = text.Length > JsonReader.MaximumLength ? Unfit($"{name} is too large to be read")
            : Path.GetExtension(name).ToUpperInvariant() switch
            {
                ".JSON" => Model(ModelDocumentReader.Read(name, text.ToString())),
                ".SQL" => s_empty with { Statements = SqlReader.Read(text.ToString(), cancellationToken) },
                ".CS" => Code(name, text, cancellationToken),
                _ => Unfit($"{name} is no model: a ModelSnapshot (.cs), an exported model (.json) or a script (.sql) can be handed in"),
            };
        return s_byText.GetValue(text, _ => read);
    }

    private static HandedInFile Unfit(string problem) => s_empty with { Problem = problem };

    private static HandedInFile Model(ModelDocument document) => s_empty with { Documents = ImmutableArray.Create(document), Problem = document.Problem };

    /// <summary>A snapshot, or a migration.</summary>
    private static HandedInFile Code(string name, SourceText text, CancellationToken cancellationToken)
    {
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None), name, cancellationToken);
        var snapshots = SnapshotReader.Of(tree, cancellationToken);
        var migrations = TreeFacts.Of(tree, cancellationToken).Migrations;
        return snapshots.Count == 0 && migrations.Count == 0
            ? Unfit($"{name} holds no ModelSnapshot")
            : s_empty with { Documents = snapshots.Select(snapshot => SnapshotDocument.Of(name, snapshot)).ToImmutableArray(), Migrations = migrations };
    }
}
