using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Snapshots;

/// <summary>Follows the body of <c>BuildModel</c>. EF Core's generator wrote it, so the calls are few, straight and by name.</summary>
internal sealed class SnapshotInterpreter(CancellationToken cancellationToken)
{
    /// <summary>Owned parts nested deeper than this are not read.</summary>
    private const int MaximumDepth = 16;

    private readonly Dictionary<string, SnapshotDraft> _entities = new(StringComparer.Ordinal);

    public ImmutableDictionary<string, SnapshotEntity> Entities() =>
        _entities.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToEntity(), StringComparer.Ordinal);

    /// <summary>Runs the statements on the model's builder.</summary>
    public void Run(string builder, IReadOnlyList<FluentStep> steps)
    {
        foreach (var step in steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (step.Expression is not FluentChain { Root: FluentRoot.Name } chain || chain.Name != builder)
                continue;
            foreach (var call in chain.Calls)
            {
                if (call is { Name: "Entity", Arguments: [FluentText { Values: [var name] }, FluentLambda { Parameters: [var parameter] } configure] })
                    Entity(Draft(name), parameter, configure.Steps, 0);
            }
        }
    }

    private SnapshotDraft Draft(string name)
    {
        if (!_entities.TryGetValue(name, out var draft))
            _entities.Add(name, draft = new SnapshotDraft(name));
        return draft;
    }

    private void Entity(SnapshotDraft entity, string builder, IReadOnlyList<FluentStep> steps, int depth)
    {
        if (depth > MaximumDepth)
        {
            entity.IsComplete = false;
            return;
        }
        foreach (var step in steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (step.Expression is FluentChain chain)
                Evaluate(entity, builder, chain, depth);
        }
    }

    /// <summary>Follows a chain on the builder; the result is the index that it is about, if any.</summary>
    private IndexDraft? Evaluate(SnapshotDraft entity, string builder, FluentChain chain, int depth)
    {
        if (depth > MaximumDepth)
            return null;
        if (chain.Root == FluentRoot.Name && chain.Name == builder)
            return chain.Calls.Count == 0 ? null : Options(entity, Start(entity, chain, depth), chain.Calls.Skip(1));
        // SqlServerIndexBuilderExtensions.IncludeProperties(b.HasIndex("A"), new[] { "B" })
        if (chain.Calls is not [{ Arguments: [FluentChain inner, ..] } outer, ..])
            return null;
        var index = Evaluate(entity, builder, inner, depth + 1);
        return Options(entity, index, [outer with { Arguments = [.. outer.Arguments.Skip(1)] }, .. chain.Calls.Skip(1)]);
    }

    private static IndexDraft? Options(SnapshotDraft entity, IndexDraft? index, IEnumerable<FluentCall> calls)
    {
        foreach (var call in calls)
        {
            if (index is not null && !IndexOptions.Apply(index, call.Name, call.Arguments))
                entity.IsComplete = false;
        }
        return index;
    }

    private IndexDraft? Start(SnapshotDraft entity, FluentChain chain, int depth)
    {
        var call = chain.Calls[0];
        var names = Names(call);
        switch (call.Name)
        {
            case "Property" or "PrimitiveCollection" when names is [var property, ..]:
                entity.Columns[property] = ColumnName(chain) ?? property;
                entity.Storage[property] = new ColumnStorage(Collation(chain), TypeOf(call));
                break;
            case "HasKey" when names.Count > 0:
                entity.Key = names;
                break;
            case "HasAlternateKey" when names.Count > 0:
                entity.AlternateKeys.Add(names);
                break;
            case "HasIndex":
                return Index(entity, call);
            case "HasBaseType" when names is [var parent]:
                entity.BaseType = parent;
                break;
            case "ToTable":
                entity.SaysTable = true;
                (entity.Table, entity.Schema) = (Text(call, 0), Text(call, 1));
                break;
            case "ToView" or "ToFunction" or "ToSqlQuery":
                entity.IsNoTable |= entity.Table is null;
                break;
            case "HasData":
                entity.IsSmall = true;
                break;
            case "ToJson":
                entity.IsJson = true;
                break;
            case "UseTptMappingStrategy":
                entity.IsTablePerType = true;
                break;
            case "UseTpcMappingStrategy":
                entity.IsTablePerConcreteType = true;
                break;
            case "HasOne" when names is [var principal, ..]:
                PrincipalKey(principal, chain);
                break;
            case "OwnsOne" when call.Arguments is [_, FluentText { Values: [var path] }, FluentLambda { Parameters: [var parameter] } configure]:
                Part(entity, path, parameter, configure, isComplex: false, depth);
                break;
            case "ComplexProperty" when names is [var path, ..] && call.Arguments[call.Arguments.Count - 1] is FluentLambda { Parameters: [var parameter] } configure:
                Part(entity, path, parameter, configure, isComplex: true, depth);
                break;
        }
        return null;
    }

    /// <summary>An alternate key that a foreign key points to is written nowhere else.</summary>
    private void PrincipalKey(string principal, FluentChain chain)
    {
        if (chain.Calls.LastOrDefault(call => call.Name == "HasPrincipalKey") is not { } call)
            return;
        // One-to-one relationships name the end first.
        var isOneToOne = chain.Calls.Any(link => link.Name == "WithOne");
        List<string> key = [.. Names(call).Skip(isOneToOne ? 1 : 0)];
        var target = Draft(principal);
        if (key.Count > 0 && (target.Key is null || !target.Key.SequenceEqual(key)) && !target.AlternateKeys.Exists(other => other.SequenceEqual(key)))
            target.AlternateKeys.Add(key);
    }

    private void Part(SnapshotDraft entity, string path, string builder, FluentLambda configure, bool isComplex, int depth)
    {
        var part = new SnapshotDraft(path);
        Entity(part, builder, configure.Steps, depth + 1);
        entity.Parts.Add((path, part, isComplex));
    }

    private static IndexDraft? Index(SnapshotDraft entity, FluentCall call)
    {
        var columns = call.Arguments is [FluentText { IsArray: true } array, ..] ? array.Values : Names(call);
        if (columns.Count == 0)
        {
            entity.IsComplete = false;
            return null;
        }
        var index = new IndexDraft(columns, name: null);
        entity.Indexes.Add(index);
        return index;
    }

    /// <summary>The type as it is stored: after a conversion, if there is one.</summary>
    private static string? TypeOf(FluentCall property) =>
        property.TypeArguments is [var type] && (type is NullableTypeSyntax nullable ? nullable.ElementType : type) is PredefinedTypeSyntax { Keyword.ValueText: var keyword } ? keyword : null;

    private static string? Collation(FluentChain property)
    {
        var type = property.Calls.LastOrDefault(call => call.Name == "HasColumnType");
        return property.Calls.LastOrDefault(call => call.Name == "UseCollation") is { } call ? Text(call, 0) ?? ColumnStorage.NotKnown
            : type is not null && Text(type, 0) is { } text ? ColumnStorage.CollationIn(text)
            : null;
    }

    private static string? ColumnName(FluentChain chain) =>
        chain.Calls.LastOrDefault(call => call.Name == "HasColumnName") is { Arguments: [FluentText { Values: [var name] }] } ? name : null;

    private static IReadOnlyList<string> Names(FluentCall call) =>
        [.. call.Arguments.OfType<FluentText>().SelectMany(text => text.Values)];

    private static string? Text(FluentCall call, int i) => i < call.Arguments.Count && call.Arguments[i] is FluentText { Values: [var text] } ? text : null;
}
