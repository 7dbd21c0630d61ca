using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.EfModel.References.Documents;
using PerfAnalyzers.EfModel.References.Sql;

namespace PerfAnalyzers.EfModel.References.HandedIn;

/// <summary>The models that a project hands in as files, with the MSBuild item <c>PerfAnalyzersModel</c>.</summary>
/// <param name="Documents">The snapshots and exported models.</param>
/// <param name="Scripts">What the SQL scripts create.</param>
/// <param name="Problem">Why not all of it could be read, or null. What it would have said then isn't known of any table.</param>
internal sealed record HandedInModels(ImmutableArray<ModelDocument> Documents, SqlSchema Scripts, string? Problem)
{
    /// <summary>Metadata of an additional file, set by the package's build files: no other file is taken for a model.</summary>
    private const string IsModel = "build_metadata.AdditionalFiles.PerfAnalyzersModel";

    /// <summary>The files of the item that don't exist, set by the package's build files.</summary>
    private const string Missing = "build_property.PerfAnalyzersMissingModels";

    public static HandedInModels None { get; } = new(ImmutableArray<ModelDocument>.Empty, SqlSchema.Empty, null);

    public bool IsEmpty => Documents.IsEmpty && Scripts.IsEmpty && Problem is null;

    /// <summary>Reads the files that are models; each once, as long as its text stays the same.</summary>
    public static HandedInModels Read(AnalyzerOptions? options, CancellationToken cancellationToken) => options is null
        ? None
        : Read(Files(options.AdditionalFiles, options.AnalyzerConfigOptionsProvider), MissingFiles(options.AnalyzerConfigOptionsProvider), cancellationToken);

    public static HandedInModels Read(ImmutableArray<AdditionalText> files, string? missing, CancellationToken cancellationToken)
    {
        if (files.IsEmpty && missing is null)
            return None;
        var read = files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => HandedInFile.Read(file, cancellationToken)).ToList();
        return new HandedInModels(
            read.SelectMany(file => file.Documents).ToImmutableArray(),
            SqlSchema.Of(HandedInMigrations.Statements(read.SelectMany(file => file.Migrations).ToList()).Concat(read.SelectMany(file => file.Statements))),
            missing is null ? read.Select(file => file.Problem).FirstOrDefault(problem => problem is not null) : $"the model {missing} doesn't exist (yet)");
    }

    /// <summary>The additional files that are models.</summary>
    public static ImmutableArray<AdditionalText> Files(ImmutableArray<AdditionalText> all, AnalyzerConfigOptionsProvider options) =>
        all.IsEmpty ? all : all.Where(file => IsHandedIn(file, options)).ToImmutableArray();

    public static bool IsHandedIn(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(IsModel, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    public static string? MissingFiles(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue(Missing, out var names) && names.Length > 0 ? names : null;
}
