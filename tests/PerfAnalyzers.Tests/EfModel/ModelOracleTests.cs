using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Tests.EfModel.Contexts;

namespace PerfAnalyzers.Tests.EfModel;

/// <summary>Holds the model that is read from source against the one that EF Core itself builds from the same source.</summary>
public class ModelOracleTests
{
    public static TheoryData<string> Contexts => [.. ContextTypes().Select(type => type.Namespace!.Split('.')[^1])];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void The_model_is_that_of_EF_Core(string name)
    {
        using var context = Create(name);
        var expected = Describe(context.GetService<IDesignTimeModel>().Model).ToList();
        var actual = ContextSources.Read(name).Tables.SelectMany(Describe).ToList();

        var missing = expected.Except(actual).Select(line => "missing: " + line);
        var extra = actual.Except(expected).Select(line => "extra: " + line);
        Assert.Equal("", string.Join("\n", missing.Concat(extra).Order(StringComparer.Ordinal)));
        Assert.Equal(expected.Count, actual.Count);
    }

    /// <summary>The context in the file of that name.</summary>
    internal static DbContext Create(string name) =>
        (DbContext)Activator.CreateInstance(ContextTypes().Single(type => type.Namespace!.EndsWith("." + name, StringComparison.Ordinal)))!;

    /// <summary>An index of EF Core's as <see cref="ModelText.Text"/> has ours.</summary>
    internal static string Text(IIndex index)
    {
        var columns = index.Properties.Select((property, i) => property.Name + (index.IsDescending is { } down && (down.Count == 0 || down[i]) ? " desc" : ""));
        return $"({string.Join(", ", columns)}){(index.IsUnique ? " unique" : "")}{(index.GetFilter() is { } filter ? $" filtered {filter}" : "")}";
    }

    private static IEnumerable<Type> ContextTypes() =>
        typeof(OracleContext).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(OracleContext)));

    private static IEnumerable<string> Describe(EntityTable table)
    {
        var name = table.Entity.Name;
        if (!table.Knowledge.IsComplete)
            yield return $"{name}: {table.Knowledge.Level} ({table.Knowledge.Reason})";
        yield return $"{name}: columns {string.Join(", ", table.Columns.Order(StringComparer.Ordinal))}";
        foreach (var index in table.Indexes)
            yield return $"{name}: index {ModelText.Text(index)}";
        foreach (var (path, column) in table.NavigationKeys)
            yield return $"{name}: {path} is {column}";
        foreach (var (path, to) in table.Navigations)
            yield return $"{name}: {path} leads to {(to.IsCollection ? "many " : "")}{to.Target.Name} ({string.Join(", ", to.Columns)} = {string.Join(", ", to.TargetColumns)})";
        if (!table.QueryFilterColumns.IsEmpty)
            yield return $"{name}: filter";
        if (table.IsSmall)
            yield return $"{name}: small";
    }

    private static IEnumerable<string> Describe(IModel model)
    {
        foreach (var entity in model.GetEntityTypes().Where(entity => !entity.IsOwned() && !entity.HasSharedClrType && entity.GetTableName() is not null))
        {
            var name = entity.ClrType.Name;
            yield return $"{name}: columns {string.Join(", ", entity.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal))}";
            var family = entity.GetRootType().GetDerivedTypesInclusive().ToList();
            foreach (var key in family.SelectMany(type => type.GetDeclaredKeys()))
                yield return $"{name}: index ({Columns(key.Properties)}) unique";
            foreach (var index in family.SelectMany(type => type.GetDeclaredIndexes()))
                yield return $"{name}: index {Text(index)}";
            foreach (var navigation in entity.GetNavigations().Where(navigation => navigation.IsOnDependent))
            {
                var foreignKey = navigation.ForeignKey;
                for (var i = 0; i < foreignKey.Properties.Count; i++)
                    yield return $"{name}: {navigation.Name}.{foreignKey.PrincipalKey.Properties[i].Name} is {foreignKey.Properties[i].Name}";
            }
            foreach (var navigation in entity.GetNavigations().Where(navigation => !navigation.TargetEntityType.IsOwned()))
            {
                var (own, other) = (Columns(navigation.ForeignKey.Properties), Columns(navigation.ForeignKey.PrincipalKey.Properties));
                if (!navigation.IsOnDependent)
                    (own, other) = (other, own);
                yield return $"{name}: {navigation.Name} leads to {(navigation.IsCollection ? "many " : "")}{navigation.TargetEntityType.ClrType.Name} ({own} = {other})";
            }
            if (entity.GetRootType().GetDeclaredQueryFilters().Count > 0)
                yield return $"{name}: filter";
            if (family.Any(type => type.GetSeedData().Any()))
                yield return $"{name}: small";
        }
    }

    private static string Columns(IReadOnlyList<IProperty> properties) => string.Join(", ", properties.Select(property => property.Name));
}
