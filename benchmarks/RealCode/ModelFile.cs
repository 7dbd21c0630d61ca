using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PerfTooling.RealCode;

/// <summary>A snapshot or a migration, handed in as docs/models-in-other-projects.md tells users to.</summary>
internal sealed partial class ModelFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>True for a snapshot, a migration, and the copy of a snapshot that stands beside a migration.</summary>
    public static bool IsModel(string path, string text) => IsCopy(path) || SnapshotOrMigration().IsMatch(text);

    /// <summary>True for what EF Core keeps beside a migration: the snapshot as it was then.</summary>
    public static bool IsCopy(string path) => path.EndsWith(".Designer.cs", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"class\s+\w+\s*:\s*(ModelSnapshot|Migration)\b")]
    private static partial Regex SnapshotOrMigration();
}
