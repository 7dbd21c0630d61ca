using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Sources.Conventions;
using PerfAnalyzers.EfModel.Sources.Fluent;
using PerfAnalyzers.EfModel.Sources.Migrations;
using PerfAnalyzers.EfModel.Snapshots;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Reads the model of one context: DbSets, configuration, attributes, and then what EF Core's conventions make of them.</summary>
internal static class ContextReader
{
    public static IEnumerable<EntityTable> Read(SourceIndex source, Configurations configurations, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var context = new ContextDraft(type);
        var sets = DbSets(type);
        foreach (var (_, entity) in sets)
            context.Add(entity);
        var interpreter = new FluentInterpreter(source, configurations, context, cancellationToken);
        Configure(interpreter, source, type, "ConfigureConventions", FluentValueKind.Conventions);
        Configure(interpreter, source, type, "OnModelCreating", FluentValueKind.Model);
        EntityTypeConfigurations(interpreter);

        EntityDiscovery.Apply(context, cancellationToken);
        TableNames.ReadSets(context, sets);
        foreach (var entity in context.Entities)
            EntityAttributes.Read(entity);
        HierarchyMappings.Apply(context);
        KeyConvention.Apply(context);
        HiddenSetters.Apply(context);
        RelationshipConvention.Apply(context);
        var foreignKeys = ForeignKeyConvention.Apply(context);
        JoinKeys.Apply(context, foreignKeys);
        LoopDeclarations.Apply(context);
        ForeignKeyIndexes.Apply(context, foreignKeys);
        UniqueFilters.Apply(context, source.Compilation);
        SharedTables(context);
        MigrationIndexes.Apply(context, MigrationHistory.Of(source.Migrations, type.Name));
        var snapshot = source.SnapshotTrees.SelectMany(tree => SnapshotReader.Of(tree, cancellationToken)).FirstOrDefault(snapshot => snapshot.Context == type.Name);
        return TableBuilder.Build(context, snapshot)
            .Select(table => context.Find(table.Entity) is { } entity ? DatabaseNames.Name(table, entity, context) : table)
            .Select(table => snapshot is null ? table : SnapshotMerge.Name(table, snapshot));
    }

    /// <summary>The sets a context declares or inherits, by name.</summary>
    private static List<(string Name, INamedTypeSymbol Entity)> DbSets(INamedTypeSymbol context)
    {
        var sets = new List<(string, INamedTypeSymbol)>();
        foreach (var type in EntityAttributes.SelfAndBases(context).TakeWhile(type => type.Name != "DbContext"))
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, Type: INamedTypeSymbol { Name: "DbSet", TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Class } entity] } } set)
                    sets.Add((set.Name, entity));
            }
        }
        return sets;
    }

    /// <summary>Runs the nearest override that this compilation can see, or applies what a base class of another assembly brings.</summary>
    private static void Configure(FluentInterpreter interpreter, SourceIndex source, INamedTypeSymbol context, string name, FluentValueKind kind)
    {
        if (ForeignCalls.Inherited(source, context, name) is var (methods, type))
        {
            foreach (var method in methods.Where(method => method.Parameters.Count == 1))
                interpreter.Run(method, new FluentThis(type, context), [], [new FluentValue(kind)], FluentInterpreter.TypeArgumentsOf(type), 0, isConditional: false);
        }
        else
        {
            MetadataContexts.Apply(interpreter.Context, context, name);
        }
    }

    /// <summary><c>[EntityTypeConfiguration(typeof(OrderConfiguration))]</c> on an entity.</summary>
    private static void EntityTypeConfigurations(FluentInterpreter interpreter)
    {
        foreach (var entity in interpreter.Context.Entities.ToList())
        {
            if (EntityAttributes.Find(entity.Symbol, "EntityTypeConfigurationAttribute") is not { } attribute)
                continue;
            var configuration = attribute.AttributeClass?.TypeArguments is [INamedTypeSymbol argument, ..] ? argument
                : attribute.ConstructorArguments is [{ Value: INamedTypeSymbol named }] ? named
                : null;
            if (configuration is not null)
                Configurations.Apply(interpreter, configuration, depth: 0, isConditional: false);
        }
    }

    /// <summary>Two entities in one table see each other's indexes, which isn't followed.</summary>
    private static void SharedTables(ContextDraft context)
    {
        foreach (var table in context.Entities.Where(entity => entity.NoTable is null && !(entity.Base is not null && entity.Mapping == HierarchyMapping.Tph))
            .GroupBy(TableNames.Of, StringComparer.OrdinalIgnoreCase))
        {
            if (table.Count() < 2)
                continue;
            foreach (var entity in table)
                context.NotUnderstood(entity, $"{entity.Name} shares its table with {table.First(other => other != entity).Name}");
        }
    }
}
