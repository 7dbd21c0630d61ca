using System.Collections.Immutable;

namespace PerfTooling.PlanOracle.Generation;

/// <summary>Draws a model: one to four entities that refer to each other, with indexes declared in every way.</summary>
internal sealed class ModelPlanner(Draw draw, DatabaseKind database)
{
    private static readonly (string Name, string Set)[] s_names = [("Customer", "Customers"), ("Order", "Orders"), ("Region", "Regions"), ("Ticket", "Tickets")];

    private static readonly (string Name, ValueKind Kind)[] s_columns =
    [
        ("Name", ValueKind.String), ("Code", ValueKind.String), ("Email", ValueKind.String), ("City", ValueKind.String),
        ("Rank", ValueKind.Int), ("Quantity", ValueKind.Int), ("Serial", ValueKind.Long), ("Grade", ValueKind.Short), ("Weight", ValueKind.Double),
        ("Price", ValueKind.Decimal), ("IsActive", ValueKind.Bool), ("IsPaid", ValueKind.Bool), ("Status", ValueKind.Enum), ("Phase", ValueKind.Enum),
        ("PaidAt", ValueKind.DateTime), ("SeenAt", ValueKind.DateTime), ("Token", ValueKind.Guid),
    ];

    public ModelPlan Plan()
    {
        var entities = new List<EntityPlan>();
        foreach (var (name, set) in draw.Some(s_names, draw.Int(1, 4)))
            entities.Add(Entity(name, set, entities));

        if (draw.Chance(0.15))
            entities.Add(Derived(entities[^1]));

        var hasHierarchy = entities.Exists(entity => entity.Base is not null);
        return new ModelPlan([.. entities])
        {
            AuditLoop = hasHierarchy || draw.Chance(0.6) ? "" : draw.Pick("FindProperty", "IsAssignableFrom", "OfType"),
            AppliesFromAssembly = draw.Chance(0.5),
            BaseDeclaresIndex = draw.Chance(0.5),
        };
    }

    private EntityPlan Entity(string name, string set, List<EntityPlan> earlier)
    {
        var (key, keyStyle) = Key();
        var audited = draw.Chance(0.4);
        var columns = new List<ColumnPlan>(key);
        if (audited)
            columns.Add(new ColumnPlan("CreatedAt", ValueKind.DateTime, false));
        foreach (var (column, kind) in draw.Some(s_columns, draw.Int(4, 8)))
            columns.Add(new ColumnPlan(column, kind, draw.Chance(0.3)));
        if (draw.Chance(0.15))
            columns.Add(new ColumnPlan("ChangedAt", ValueKind.DateTime, false) { IsShadow = true });
        if (draw.Chance(0.15))
        {
            columns.Add(new ColumnPlan("Street", ValueKind.String, false) { Owner = "Home" });
            columns.Add(new ColumnPlan("Zip", ValueKind.Int, false) { Owner = "Home" });
        }

        var references = References(earlier);
        columns.AddRange(references.Select(reference => reference.ForeignKey));
        string? filter = null;
        if (draw.Chance(0.12))
        {
            filter = draw.Pick("!x.IsDeleted", "x.TenantId == 7", "!x.IsDeleted && x.TenantId == 7");
            columns.Add(new ColumnPlan("IsDeleted", ValueKind.Bool, false));
            columns.Add(new ColumnPlan("TenantId", ValueKind.Int, false));
        }

        var style = audited && draw.Chance(0.3) ? ConfigurationStyle.DerivedClass : draw.Pick(
            ConfigurationStyle.Nested, ConfigurationStyle.Chained, ConfigurationStyle.Variable, ConfigurationStyle.Class, ConfigurationStyle.Extension, ConfigurationStyle.Method);
        var entity = new EntityPlan(name, set)
        {
            Columns = [.. columns],
            Key = key,
            KeyStyle = keyStyle,
            Indexes = Indexes([.. columns.Where(IsKnownToBuilder)], key, draw.Int(0, 4)),
            References = references,
            QueryFilter = filter,
            HasSet = draw.Chance(0.9),
            IsAudited = audited,
            Style = style,
        };
        foreach (var reference in references.Where(reference => reference.Collection is not null))
            reference.Principal.Collections.Add((reference.Collection!, entity, reference.ForeignKey));
        return entity;

        // A foreign key that only a convention will add isn't there yet when the configuration runs.
        bool IsKnownToBuilder(ColumnPlan column) => !column.IsShadow || references.FirstOrDefault(reference => reference.ForeignKey == column) is null or { IsFluent: true };

        (ImmutableArray<ColumnPlan> Key, string Style) Key()
        {
            var kind = draw.Weighted([ValueKind.Int, ValueKind.Long, ValueKind.Guid, ValueKind.String], kind => kind switch { ValueKind.Int => 60, ValueKind.String => 8, _ => 15 });
            return draw.Int(1, 10) switch
            {
                <= 6 => ([new ColumnPlan("Id", kind, false)], ""),
                7 => ([new ColumnPlan("Identifier", kind, false)], "[Key]"),
                8 => ([new ColumnPlan("Identifier", kind, false)], "HasKey"),
                9 => ([new ColumnPlan("Series", ValueKind.Int, false), new ColumnPlan("Number", kind, false)], "[PrimaryKey]"),
                _ => ([new ColumnPlan("Series", ValueKind.Int, false), new ColumnPlan("Number", kind, false)], "HasKey"),
            };
        }

        ImmutableArray<ReferencePlan> References(List<EntityPlan> candidates)
        {
            var principals = candidates.Where(candidate => candidate.Key.Length == 1).ToList();
            var chosen = draw.Some(principals, principals.Count == 0 || draw.Chance(0.15) ? 0 : draw.Int(1, 2));
            return
            [
                .. chosen.Select(principal =>
                {
                    var isShadow = draw.Chance(0.2);
                    var isFluent = draw.Chance(0.4);
                    var foreignKey = new ColumnPlan(principal.Name + principal.Key[0].Name, principal.Key[0].Kind, draw.Chance(0.4)) { IsShadow = isShadow };
                    return new ReferencePlan(principal, foreignKey, draw.Chance(0.7) ? set : null, isFluent);
                }),
            ];
        }
    }

    /// <summary>A class that shares the table of another.</summary>
    private EntityPlan Derived(EntityPlan parent)
    {
        var columns = ImmutableArray.Create(new ColumnPlan("Bonus", ValueKind.Int, false), new ColumnPlan("Remark", ValueKind.String, true));
        return new EntityPlan("Special" + parent.Name, "Special" + parent.SetName)
        {
            Base = parent,
            Columns = columns,
            Indexes = Indexes([.. columns], [], draw.Int(0, 2)),
            Style = draw.Pick(ConfigurationStyle.Nested, ConfigurationStyle.Chained),
        };
    }

    private ImmutableArray<IndexPlan> Indexes(List<ColumnPlan> columns, ImmutableArray<ColumnPlan> key, int count)
    {
        var indexes = new List<IndexPlan>();
        for (var i = 0; i < count; i++)
        {
            var chosen = Columns();
            var style = draw.Pick(IndexStyle.Attribute, IndexStyle.Lambda, IndexStyle.Lambda, IndexStyle.Names);
            if (chosen[0].Owner is not null)
                style = IndexStyle.Lambda;
            else if (style != IndexStyle.Names && chosen.Exists(column => column.IsShadow))
                style = IndexStyle.Names;
            else if (key.Length > 0 && draw.Chance(0.06) && chosen.TrueForAll(column => column is { IsNullable: false, IsShadow: false, Kind: ValueKind.Int or ValueKind.Long or ValueKind.String or ValueKind.Guid }))
                style = IndexStyle.AlternateKey;

            // EF Core takes two indexes on the same columns for one.
            var isKey = chosen.Count == key.Length && chosen.TrueForAll(column => key.Contains(column));
            if (isKey || indexes.Exists(index => index.Columns.SequenceEqual(chosen)))
                continue;

            indexes.Add(new IndexPlan([.. chosen], style)
            {
                IsUnique = style != IndexStyle.AlternateKey && draw.Chance(0.2) && chosen.Exists(column => Values.HasManyValues(column.Kind)),
                Descending = draw.Chance(0.15) ? [.. chosen.Select(_ => draw.Chance(0.5))] : [],
                Filter = style is IndexStyle.Lambda or IndexStyle.Names && draw.Chance(0.06) ? Filter(columns) : null,
            });
        }

        return [.. indexes];

        List<ColumnPlan> Columns()
        {
            var owned = columns.Where(column => column.Owner is not null).ToList();
            return owned.Count > 0 && draw.Chance(0.2)
                ? draw.Some(owned, draw.Int(1, 2))
                : draw.Some(columns.Where(column => column.Owner is null), draw.Weighted([1, 2, 3], size => 4 - size));
        }
    }

    private string? Filter(List<ColumnPlan> columns)
    {
        var usable = columns.Where(column => column.Owner is null && (column.IsNullable || column.Kind == ValueKind.Bool)).ToList();
        if (usable.Count == 0)
            return null;
        var column = draw.Pick(usable);
        return column.IsNullable ? $"\"{column.Name}\" IS NOT NULL" : $"\"{column.Name}\" = {(database == DatabaseKind.Sqlite ? "1" : "true")}";
    }
}
