using System.Collections.Immutable;

namespace PerfAnalyzers.EfModel.References.Documents;

/// <summary>A model without symbols: what travels from the project that declares it to the projects that query it.</summary>
/// <param name="Source">Where it comes from, for a reader: an assembly's name, or a file's.</param>
/// <param name="DbSets">The names of the properties of type <c>DbSet</c>, interfaces included.</param>
/// <param name="Tables">The tables.</param>
internal sealed record ModelDocument(string Source, ImmutableArray<string> DbSets, ImmutableArray<TableDocument> Tables)
{
    /// <summary>Why the document could not be read, or null. It may then map anything.</summary>
    public string? Problem { get; init; }

    public static ModelDocument Unreadable(string source, string problem) =>
        new(source, ImmutableArray<string>.Empty, ImmutableArray<TableDocument>.Empty) { Problem = problem };
}
