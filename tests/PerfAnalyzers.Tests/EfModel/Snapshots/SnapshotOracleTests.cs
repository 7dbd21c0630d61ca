using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PerfAnalyzers.EfModel.Snapshots;

namespace PerfAnalyzers.Tests.EfModel.Snapshots;

/// <summary>Holds what is read from a snapshot against the model that EF Core wrote it from.</summary>
public class SnapshotOracleTests
{
    /// <summary>All contexts but those of other databases, for which this test writes no snapshot.</summary>
    public static TheoryData<string> Contexts => [.. ModelOracleTests.Names.Where(name => name is not ("SqlServer" or "Postgres"))];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void A_snapshot_says_what_the_model_does(string name)
    {
        using var context = ModelOracleTests.Create(name);
        var snapshot = Assert.Single(SnapshotReader.Of(CSharpSyntaxTree.ParseText(GeneratedSnapshot.Of(context)), CancellationToken.None));

        Assert.Equal(context.GetType().Name, snapshot.Context);
        Assert.Equal(Describe(context.GetService<IDesignTimeModel>().Model).Order(StringComparer.Ordinal), Describe(snapshot).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_snapshot_that_stops_in_the_middle_is_read()
    {
        using var context = ModelOracleTests.Create("Shop");
        var text = GeneratedSnapshot.Of(context);
        for (var length = 0; length < text.Length; length += 97)
            SnapshotReader.Of(CSharpSyntaxTree.ParseText(text[..length]), CancellationToken.None);
    }

    private static IEnumerable<string> Describe(SnapshotModel snapshot)
    {
        foreach (var (name, entity) in snapshot.Entities)
        {
            yield return $"{name}: table {entity.Table}{(entity.IsNoTable ? " none" : "")}{(entity.IsComplete ? "" : " in part")} base {entity.BaseType}";
            foreach (var (property, column) in entity.Columns.Where(column => !column.Key.Contains('.')))
                yield return $"{name}: column {property} {column}";
            foreach (var index in entity.Indexes.Where(index => !index.Columns.Any(column => column.Name.Contains('.'))))
                yield return $"{name}: index {ModelText.Text(index)}";
        }
    }

    private static IEnumerable<string> Describe(IModel model)
    {
        foreach (var entity in model.GetEntityTypes().Where(entity => !entity.IsOwned()))
        {
            var name = entity.Name;
            var isShared = entity.BaseType is { } parent && parent.GetTableName() == entity.GetTableName();
            var isNone = entity.GetTableName() is null && !(entity.GetMappingStrategy() == "TPC" && entity.ClrType.IsAbstract);
            yield return $"{name}: table {(isShared ? "" : entity.GetTableName())}{(isNone ? " none" : "")} base {entity.BaseType?.Name}";
            foreach (var property in entity.GetDeclaredProperties())
                yield return $"{name}: column {property.Name} {property.GetColumnName()}";
            foreach (var key in entity.GetDeclaredKeys())
                yield return $"{name}: index ({string.Join(", ", key.Properties.Select(property => property.Name))}) unique";
            foreach (var index in entity.GetDeclaredIndexes())
                yield return $"{name}: index {ModelOracleTests.Text(index, property => property.Name)}";
        }
    }
}
