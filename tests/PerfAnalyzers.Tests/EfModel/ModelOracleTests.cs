using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Tests.EfModel.Contexts;

namespace PerfAnalyzers.Tests.EfModel;

/// <summary>Holds the model that is read from source against the one that EF Core itself builds from the same source.</summary>
public class ModelOracleTests
{
    public static TheoryData<string> Contexts => [.. Names];

    /// <summary>The contexts by the name of their file.</summary>
    internal static IEnumerable<string> Names => ContextTypes().Select(type => type.Namespace!.Split('.')[^1]);

    /// <summary>What isn't known on purpose, and why.</summary>
    private static readonly Dictionary<string, string[]> s_unknown = new()
    {
        ["Identity"] = ["IdentityUserPasskey: IdentityUserPasskey is stored only from Identity's schema version 3 on, which is chosen at run time"],
        ["Splitting"] =
        [
            "Brief: Brief shares its table with Full",
            "Full: Full shares its table with Brief",
            "Report: Report has no key, so it may be a view or the result of a query",
            "Summary: Summary is not stored in a table of its own (ToView)",
            "Excluded: the table of Excluded is excluded from the migrations, so it may have indexes that the model doesn't know",
            "Wide: Wide is split over several tables",
        ],
        ["IdentityUsers"] = ["IdentityUserPasskey: IdentityUserPasskey is stored only from Identity's schema version 3 on, which is chosen at run time"],
        ["IdentityDefault"] = ["IdentityUserPasskey: IdentityUserPasskey is stored only from Identity's schema version 3 on, which is chosen at run time"],
    };

    [Theory]
    [MemberData(nameof(Contexts))]
    public void The_model_is_that_of_EF_Core(string name)
    {
        using var context = Create(name);
        var expected = Describe(context.GetService<IDesignTimeModel>().Model).ToList();
        var known = ContextSources.Read(name).Tables.ToList();
        Assert.Equal(s_unknown.GetValueOrDefault(name, []).Order(), known.Where(table => !table.Knowledge.IsComplete).Select(table => $"{table.Entity.Name}: {table.Knowledge.Reason}").Order());
        var unknown = known.Where(table => !table.Knowledge.IsComplete).Select(table => table.Entity.Name).ToList();
        // What a package adds out of sight isn't in our model at all, and no query on it is judged.
        expected.RemoveAll(line => unknown.Contains(line.Split(':')[0]) || line.StartsWith("OpenIddict", StringComparison.Ordinal));
        var actual = known.Where(table => table.Knowledge.IsComplete).SelectMany(Describe).ToList();

        var missing = expected.Except(actual).Select(line => "missing: " + line);
        var extra = actual.Except(expected).Select(line => "extra: " + line);
        var differences = string.Join("\n", missing.Concat(extra).Order(StringComparer.Ordinal));
        Assert.True(differences.Length == 0, differences);
        Assert.Equal(expected.Count, actual.Count);
    }

    /// <summary>The context in the file of that name.</summary>
    internal static DbContext Create(string name) =>
        (DbContext)Activator.CreateInstance(ContextTypes().Single(type => type.Namespace!.EndsWith("." + name, StringComparison.Ordinal)))!;

    /// <summary>An index of EF Core's as <see cref="ModelText.Text"/> has ours.</summary>
    internal static string Text(IIndex index, Func<IReadOnlyProperty, string> column)
    {
        var columns = index.Properties.Select((property, i) => column(property) + (index.IsDescending is { } down && (down.Count == 0 || down[i]) ? " desc" : ""));
        return $"({string.Join(", ", columns)}){(index.IsUnique ? " unique" : "")}{(index.GetFilter() is { } filter ? $" filtered {filter}" : "")}{Postgres(index)}{Included(index)}{(index.FindAnnotation("Npgsql:IndexOperators") is null ? "" : " of its own order")}";
    }

    private static string Postgres(IIndex index) => index.FindAnnotation("Npgsql:IndexMethod")?.Value is string method ? " " + method : "";

    private static string Included(IIndex index) =>
        (index.FindAnnotation("SqlServer:Include")?.Value ?? index.FindAnnotation("Npgsql:IndexInclude")?.Value) is string[] included ? " including " + string.Join(", ", included) : "";

    private static IEnumerable<Type> ContextTypes() =>
        typeof(OracleContext).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DbContext)) && type.Namespace!.StartsWith(typeof(OracleContext).Namespace!, StringComparison.Ordinal));

    private static IEnumerable<string> Describe(EntityTable table)
    {
        var name = table.Entity.Name;
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
        foreach (var entity in model.GetEntityTypes().Where(entity => !entity.IsOwned() && !entity.HasSharedClrType && IsStored(entity)))
        {
            var name = Name(entity);
            var columns = OracleColumns.Of(entity);
            yield return $"{name}: columns {string.Join(", ", columns.Values.Order(StringComparer.Ordinal))}";
            foreach (var key in OracleColumns.Family(entity).SelectMany(type => type.GetDeclaredKeys()).Append(entity.FindPrimaryKey()).OfType<IKey>().Distinct())
                yield return $"{name}: index ({string.Join(", ", key.Properties.Select(property => columns[property]))}) unique";
            foreach (var index in OracleColumns.Family(entity).SelectMany(OracleColumns.Indexes).Where(index => entity.GetMappingStrategy() != "TPT" || index.Properties.All(columns.ContainsKey)))
                yield return $"{name}: index {Text(index, property => columns.GetValueOrDefault(property, property.Name))}";
            foreach (var line in Navigations(entity, columns))
                yield return line;
            foreach (var filter in entity.GetRootType().GetDeclaredQueryFilters().Take(1))
                yield return $"{name}: filter";
            if (OracleColumns.Hierarchy(entity).Any(type => type.GetSeedData().Any()))
                yield return $"{name}: small";
        }
    }

    private static string Name(IEntityType entity) => entity.ClrType.Name.Split('`')[0];

    private static bool IsStored(IEntityType entity) => entity.GetTableName() is not null || (entity.GetMappingStrategy() == "TPC" && entity.GetViewName() is null);

    private static IEnumerable<string> Navigations(IEntityType entity, IReadOnlyDictionary<IReadOnlyProperty, string> columns)
    {
        var name = Name(entity);
        foreach (var (path, part) in OracleColumns.Parts(entity).Prepend(("", entity)))
        {
            foreach (var navigation in part.GetNavigations().Where(navigation => !navigation.TargetEntityType.IsOwned() && !navigation.ForeignKey.IsOwnership))
            {
                var foreignKey = navigation.ForeignKey;
                var (own, other) = navigation.IsOnDependent ? (foreignKey.Properties, foreignKey.PrincipalKey.Properties) : (foreignKey.PrincipalKey.Properties, foreignKey.Properties);
                if (!own.All(columns.ContainsKey))
                    continue;
                for (var i = 0; navigation.IsOnDependent && i < own.Count; i++)
                    yield return $"{name}: {path}{navigation.Name}.{other[i].Name} is {columns[own[i]]}";
                yield return $"{name}: {path}{navigation.Name} leads to {(navigation.IsCollection ? "many " : "")}{Name(navigation.TargetEntityType)} "
                    + $"({string.Join(", ", own.Select(property => columns[property]))} = {string.Join(", ", other.Select(property => property.Name))})";
            }
        }
    }
}
