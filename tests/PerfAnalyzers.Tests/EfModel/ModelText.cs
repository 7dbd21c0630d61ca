using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Tests.Infrastructure;
using Model = PerfAnalyzers.EfModel.EfModel;

namespace PerfAnalyzers.Tests.EfModel;

/// <summary>Reads the model of a snippet and says what a test wants to see of it.</summary>
internal static class ModelText
{
    public static Model Read(string source) => Model.Read(TestCompilation.Create(TestCompilation.Usings + source), CancellationToken.None);

    public static EntityTable Table(string source, string entity) => Table(Read(source), entity);

    public static EntityTable Table(Model model, string entity) => model.Tables.Single(table => table.Entity.Name == entity);

    /// <summary>All indexes of an entity as text, in alphabetical order.</summary>
    public static string[] Indexes(string source, string entity) => [.. Table(source, entity).Indexes.Select(Text).Order(StringComparer.Ordinal)];

    /// <summary>An index as <c>(A, B desc) unique filtered [A] &gt; 1 including C</c>.</summary>
    public static string Text(TableIndex index) =>
        index + (index.IsUnique ? " unique" : "") + (index.Filter is { } filter ? " filtered " + filter : "") + (index.IsBTree ? "" : " " + index.Method)
        + (index.Included.IsEmpty ? "" : " including " + string.Join(", ", index.Included)) + (index.HasOperatorClass ? " of its own order" : "");

    /// <summary>The name by which reflection knows a type.</summary>
    public static string FullName(INamedTypeSymbol type) => PerfAnalyzers.EfModel.SourceIndex.MetadataName(type);
}
