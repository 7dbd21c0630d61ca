using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PerfAnalyzers.Tests.EfModel;

/// <summary>Which of EF Core's properties lie in an entity's own table, and by which path a query names them.</summary>
internal static class OracleColumns
{
    public static Dictionary<IReadOnlyProperty, string> Of(IEntityType entity)
    {
        var columns = new Dictionary<IReadOnlyProperty, string>();
        foreach (var property in entity.GetProperties())
        {
            if (entity.GetMappingStrategy() != "TPT" || property.DeclaringType == entity || property.IsPrimaryKey())
                columns.Add(property, property.Name);
        }
        foreach (var complex in ComplexProperties(entity))
            Add(columns, complex, complex.Name + ".");
        foreach (var (path, part) in Parts(entity))
        {
            foreach (var property in part.GetProperties().Where(property => !property.IsPrimaryKey() && !part.FindOwnership()!.Properties.Contains(property)))
                columns.Add(property, path + property.Name);
            foreach (var complex in part.GetComplexProperties())
                Add(columns, complex, path + complex.Name + ".");
        }
        return columns;
    }

    /// <summary>The types whose keys and indexes are in the entity's table.</summary>
    public static IEnumerable<IEntityType> Family(IEntityType entity) => entity.GetMappingStrategy() switch
    {
        "TPT" => [entity],
        "TPC" => entity.GetAllBaseTypesInclusive(),
        _ => entity.GetRootType().GetDerivedTypesInclusive(),
    };

    /// <summary>All types of the hierarchy.</summary>
    public static IEnumerable<IEntityType> Hierarchy(IEntityType entity) => entity.GetRootType().GetDerivedTypesInclusive();

    /// <summary>The indexes that a type declares, those on its parts included.</summary>
    public static IEnumerable<IIndex> Indexes(IEntityType entity) =>
        entity.GetDeclaredIndexes().Concat(Parts(entity, entity.GetDeclaredNavigations()).SelectMany(part => part.Part.GetIndexes()));

    /// <summary>The owned types stored in the entity's table, by path.</summary>
    public static IEnumerable<(string Path, IEntityType Part)> Parts(IEntityType entity) =>
        Parts(entity, entity.GetMappingStrategy() == "TPT" ? entity.GetDeclaredNavigations() : entity.GetNavigations());

    private static IEnumerable<(string Path, IEntityType Part)> Parts(IEntityType entity, IEnumerable<INavigation> navigations)
    {
        foreach (var navigation in navigations)
        {
            var part = navigation.TargetEntityType;
            if (!navigation.ForeignKey.IsOwnership || navigation.IsOnDependent || navigation.IsCollection || part.IsMappedToJson() || part.GetTableName() != entity.GetTableName())
                continue;
            yield return (navigation.Name + ".", part);
            foreach (var (path, inner) in Parts(part))
                yield return (navigation.Name + "." + path, inner);
        }
    }

    private static IEnumerable<IComplexProperty> ComplexProperties(IEntityType entity) =>
        entity.GetMappingStrategy() == "TPT" ? entity.GetDeclaredComplexProperties() : entity.GetComplexProperties();

    private static void Add(Dictionary<IReadOnlyProperty, string> columns, IComplexProperty complex, string path)
    {
        if (complex.IsCollection || complex.ComplexType.IsMappedToJson())
            return;
        foreach (var property in complex.ComplexType.GetProperties())
            columns.Add(property, path + property.Name);
        foreach (var inner in complex.ComplexType.GetComplexProperties())
            Add(columns, inner, path + inner.Name + ".");
    }
}
